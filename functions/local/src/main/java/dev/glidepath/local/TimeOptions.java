package dev.glidepath.local;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;

/// Days, months and times of options, with a fault that says how to write them.
final class TimeOptions {

    private TimeOptions() {}

    static void register(CommandLine command) {
        command.registerConverter(
                LocalDate.class, or(LocalDate::parse, "a day: write it as 2026-01-31"));
        command.registerConverter(
                YearMonth.class, or(YearMonth::parse, "a month: write it as 2026-01"));
        command.registerConverter(
                Instant.class,
                or(Instant::parse, "a time in UTC: write it as 2026-05-13T06:00:00Z"));
    }

    private static <T> ITypeConverter<T> or(Function<String, T> parse, String form) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("\"%s\" is not %s".formatted(text, form));
            }
        };
    }
}
