package dev.glidepath.infra.settings;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads when the functions run.
final class TimeSettings {

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("UTC");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");

    /// A zone's clocks change by the same rule each year, or at days that are known already.
    private static final Instant FIRST_CHANGE = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant LAST_CHANGE = Instant.parse("2040-01-01T00:00:00Z");

    private final Written written;

    private TimeSettings(Written written) {
        this.written = written;
    }

    static Timetable read(Written written) {
        var settings = new TimeSettings(written);
        var zone = settings.zone();
        return new Timetable(
                zone,
                settings.time(Key.COLLECT_TIME, zone, LocalTime.of(5, 0)),
                settings.day(),
                settings.time(Key.DIGEST_TIME, zone, LocalTime.of(7, 0)));
    }

    private ZoneId zone() {
        return written.setting(Key.TIME_ZONE)
                .flatMap(
                        setting ->
                                written.read(
                                        setting,
                                        TimeSettings::zone,
                                        "\"%s\" is not a time zone: write one such as"
                                                + " Europe/Zurich, America/New_York or UTC"))
                .orElse(DEFAULT_ZONE);
    }

    /// Names only: an offset knows no summer.
    private static Optional<ZoneId> zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) && !text.startsWith("SystemV/")
                ? Optional.of(ZoneId.of(text))
                : Optional.empty();
    }

    private DayOfWeek day() {
        return written.setting(Key.DIGEST_DAY)
                .flatMap(
                        setting ->
                                written.read(
                                        setting,
                                        TimeSettings::day,
                                        "\"%s\" is not a day: write one such as Wednesday"))
                .orElse(DayOfWeek.WEDNESDAY);
    }

    private static Optional<DayOfWeek> day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private LocalTime time(Key key, ZoneId zone, LocalTime otherwise) {
        return written.setting(key)
                .flatMap(
                        setting -> {
                            var time =
                                    written.read(
                                            setting,
                                            TimeSettings::time,
                                            "\"%s\" is not a time: write one such as 07:00");
                            time.flatMap(t -> missing(zone, t))
                                    .ifPresent(gap -> written.fault(setting, told(zone, gap)));
                            return time;
                        })
                .orElse(otherwise);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(text).filter(TIME.asMatchPredicate()).map(LocalTime::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The clock's change that leaves this time out.
    private static Optional<ZoneOffsetTransition> missing(ZoneId zone, LocalTime time) {
        var rules = zone.getRules();
        return Stream.iterate(
                        Optional.ofNullable(rules.nextTransition(FIRST_CHANGE)),
                        Optional::isPresent,
                        change -> change.map(c -> rules.nextTransition(c.getInstant())))
                .flatMap(Optional::stream)
                .takeWhile(change -> change.getInstant().isBefore(LAST_CHANGE))
                .filter(change -> change.isGap() && leavesOut(change, time))
                .findFirst();
    }

    private static boolean leavesOut(ZoneOffsetTransition gap, LocalTime time) {
        var from = gap.getDateTimeBefore().toLocalTime();
        var to = gap.getDateTimeAfter().toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    private static String told(ZoneId zone, ZoneOffsetTransition gap) {
        return "\"%s\" does not exist in "
                + zone
                + " on "
                + gap.getDateTimeBefore().toLocalDate()
                + ", when clocks go from "
                + gap.getDateTimeBefore().toLocalTime()
                + " to "
                + gap.getDateTimeAfter().toLocalTime()
                + ", and that run would be left out: write another time";
    }
}
