package dev.glidepath.infra.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads `glidepath.yaml`. A value that CDK context gives (`-c bucket=…`) goes before the file's.
final class SettingsFile {

    private SettingsFile() {}

    /// What is wrong is added to `faults`.
    ///
    /// @return empty for what is no list of settings at all
    static Optional<Written> open(
            String file,
            String yaml,
            Function<String, Optional<String>> context,
            List<String> faults) {
        var entries = Entries.read(file, yaml, faults);
        entries.ifPresent(
                settings -> {
                    for (var key : Key.values()) {
                        context.apply(key.toString())
                                .ifPresent(text -> settings.put(key, given(key, text)));
                    }
                });
        return entries.map(settings -> new Written(file, settings, faults));
    }

    private static List<Setting> given(Key key, String text) {
        var texts = key.hasMany() ? text.split(",") : new String[] {text};
        return Arrays.stream(texts)
                .map(one -> new Setting(one.strip(), "-c " + quoted(key.toString())))
                .toList();
    }

    private static String quoted(String key) {
        return key.contains(" ") ? '"' + key + '"' : key;
    }

    /// @return empty when something is wrong that nothing can stand in for
    static Optional<Settings> read(Written written) {
        var export = ExportSettings.read(written);
        var mailing = MailSettings.read(written);
        var timetable = TimeSettings.read(written);
        var operation = OperationSettings.read(written);
        return export.flatMap(
                from ->
                        mailing.flatMap(
                                mail ->
                                        operation.map(
                                                after ->
                                                        new Settings(
                                                                from, mail, timetable, after))));
    }
}
