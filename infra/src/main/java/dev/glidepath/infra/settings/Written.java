package dev.glidepath.infra.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The settings as they are written, and what turns out to be wrong with them.
record Written(String file, Map<Key, List<Setting>> settings, List<String> faults) {

    Optional<Setting> setting(Key key) {
        return all(key).stream().findFirst();
    }

    List<Setting> all(Key key) {
        return settings.getOrDefault(key, List.of());
    }

    /// A fault of the file when it is not there.
    ///
    /// @param remedy what to write
    Optional<Setting> required(Key key, String remedy) {
        if (!settings.containsKey(key)) {
            faults.add(file + ": \"" + key + "\" is missing: write " + remedy);
        }
        return setting(key);
    }

    Optional<String> matching(Key key, Pattern right, String wrong) {
        return setting(key).flatMap(setting -> matching(setting, right, wrong));
    }

    Optional<String> matching(Setting setting, Pattern right, String wrong) {
        return read(setting, text -> text(text, right), wrong);
    }

    /// @param wrong the fault where nothing was read; `%s` is what is written
    <T> Optional<T> read(Setting setting, Function<String, Optional<T>> reading, String wrong) {
        var value = reading.apply(setting.text());
        if (value.isEmpty()) {
            fault(setting, wrong);
        }
        return value;
    }

    void fault(Setting setting, String message) {
        faults.add(setting.place() + ": " + message.replace("%s", setting.shown()));
    }

    private static Optional<String> text(String text, Pattern right) {
        return Optional.of(text).filter(right.asMatchPredicate());
    }
}
