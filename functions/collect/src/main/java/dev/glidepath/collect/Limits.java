package dev.glidepath.collect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The limits of a run, those that are not set as they are by default.
public final class Limits {

    public static final Limits STANDARD = new Limits(Map.of());

    private static final Pattern ENTRY = Pattern.compile("([a-z]+) *= *(\\d{1,12}) ?(KB|MB|GB|)");

    private final Map<Limit, Long> set;

    private Limits(Map<Limit, Long> set) {
        this.set = Map.copyOf(set);
    }

    /// @param entries each such as `columns=8000` or `unpacked=20GB`
    /// @throws IllegalArgumentException for what is no limit
    public static Limits of(List<String> entries) {
        var set = new EnumMap<Limit, Long>(Limit.class);
        for (var entry : entries) {
            var matcher = ENTRY.matcher(entry.strip());
            var limit = matcher.matches() ? Limit.of(matcher.group(1)) : Optional.<Limit>empty();
            if (limit.isEmpty()) {
                throw new IllegalArgumentException(
                        "\"%s\" is no limit: write one of %s with a number, such as columns=8000 or unpacked=20GB"
                                .formatted(entry.replaceAll("\\p{Cntrl}", " "), Limit.all()));
            }
            set.put(limit.get(), Long.parseLong(matcher.group(2)) * unit(matcher.group(3)));
        }
        return new Limits(set);
    }

    /// @param text as [#toString] gives it
    public static Limits parse(String text) {
        return text.equals("standard") ? STANDARD : of(List.of(text.split(",")));
    }

    public long most(Limit limit) {
        return set.getOrDefault(limit, limit.standard());
    }

    /// @param what the file and the part of it that is counted: `bill.csv: has 9000 columns`
    /// @throws Refusal for more than there may be
    public void require(Limit limit, long count, String what) {
        if (count > most(limit)) {
            throw exceeded(limit, what);
        }
    }

    public Refusal exceeded(Limit limit, String what) {
        return new Refusal(
                "%s; at most %d are read: look whether it is an export, and if it is, raise the limit \"%s\""
                        .formatted(what, most(limit), limit.word()));
    }

    @Override
    public String toString() {
        return set.isEmpty()
                ? "standard"
                : set.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> e.getKey().word() + "=" + e.getValue())
                        .collect(Collectors.joining(","));
    }

    private static long unit(String unit) {
        return switch (unit) {
            case "KB" -> 1L << 10;
            case "MB" -> 1L << 20;
            case "GB" -> 1L << 30;
            default -> 1;
        };
    }
}
