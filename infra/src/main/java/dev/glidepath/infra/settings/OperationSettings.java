package dev.glidepath.infra.settings;

import dev.glidepath.collect.Limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads how it is looked after.
final class OperationSettings {

    /// Those that CloudWatch has.
    private static final List<Integer> LOG_DAYS =
            List.of(
                    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192,
                    2557, 2922, 3288, 3653);

    private static final int DEFAULT_LOG_DAYS = 90;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) (MB|GB)");

    private OperationSettings() {}

    static Optional<Operation> read(Written written) {
        var address = MailSettings.address(written, Key.ALARM_ADDRESS, "who is told of alarms");
        var days = logDays(written);
        var reserve = reserve(written);
        var limits = limits(written);
        var athena = athenaAbove(written);
        return address.map(to -> new Operation(to, days, reserve, limits.toString(), athena));
    }

    private static Limits limits(Written written) {
        var right = new ArrayList<String>();
        for (var setting : written.all(Key.LIMITS)) {
            try {
                Limits.of(List.of(setting.text()));
                right.add(setting.text());
            } catch (IllegalArgumentException e) {
                written.fault(setting, String.valueOf(e.getMessage()));
            }
        }
        return Limits.of(right);
    }

    private static int logDays(Written written) {
        return written.setting(Key.LOG_DAYS)
                .flatMap(
                        setting ->
                                written.read(
                                        setting,
                                        OperationSettings::logDays,
                                        "logs cannot be kept for \"%s\" days: write one of "
                                                + listed()))
                .orElse(DEFAULT_LOG_DAYS);
    }

    private static Optional<Integer> logDays(String text) {
        return LOG_DAYS.stream().filter(days -> days.toString().equals(text)).findFirst();
    }

    private static String listed() {
        return LOG_DAYS.toString().replaceAll("[\\[\\]]", "");
    }

    private static boolean reserve(Written written) {
        return written.setting(Key.RESERVE_CONCURRENCY)
                .flatMap(
                        setting ->
                                written.read(
                                        setting,
                                        OperationSettings::yes,
                                        "\"%s\" is not an answer: write yes or no"))
                .orElse(true);
    }

    private static Optional<Long> athenaAbove(Written written) {
        return written.setting(Key.ATHENA_ABOVE)
                .filter(setting -> !setting.text().equals("never"))
                .flatMap(
                        setting ->
                                written.read(
                                        setting,
                                        OperationSettings::bytes,
                                        "\"%s\" is not a size: write one such as 20 GB, or never"));
    }

    private static Optional<Long> bytes(String text) {
        var size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Long.parseLong(size.group(1))
                        * (size.group(2).equals("GB") ? 1_000_000_000L : 1_000_000L));
    }

    private static Optional<Boolean> yes(String text) {
        return switch (text) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
