package dev.glidepath.store;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A statement as canonical text.
final class StatementText {

    private static final String FORMAT = "1";

    private StatementText() {}

    static String encode(Statement statement) {
        var writer = new FieldWriter().text(FORMAT).text(statement.allocation()).endLine();
        write(writer, statement.execution());
        writer.count(statement.days().size()).endLine();
        statement.days().forEach((date, day) -> write(writer, date, day));
        return writer.toString();
    }

    static Statement decode(String text) {
        var reader = new FieldReader(text);
        var format = reader.known();
        if (!format.equals(FORMAT)) {
            throw new IllegalStateException(
                    "the table was written by a newer version (format "
                            + format
                            + "): update this one");
        }
        var allocation = reader.known();
        reader.endLine();
        return new Statement(execution(reader), allocation, days(reader));
    }

    private static void write(FieldWriter writer, Execution execution) {
        var id = execution.id();
        writer.text(id.export())
                .text(id.billingPeriod().toString())
                .text(id.executionId())
                .text(id.delivered().toString())
                .text(execution.source().format())
                .text(execution.source().manifest())
                .endLine();
        writer.count(execution.files().size()).endLine();
        for (var file : execution.files()) {
            writer.text(file.name()).text(file.etag()).count(file.bytes()).count(file.rows());
            writer.endLine();
        }
        writer.count(execution.totals().size()).endLine();
        new TreeMap<>(execution.totals()).forEach((currency, t) -> write(writer, currency, t));
    }

    private static Execution execution(FieldReader reader) {
        var export = reader.known();
        var period = YearMonth.parse(reader.known());
        var id = new Execution.Id(export, period, reader.known(), Instant.parse(reader.known()));
        var source = new Execution.Source(reader.known(), reader.known());
        reader.endLine();
        return new Execution(id, source, files(reader), totals(reader));
    }

    private static List<Execution.FileRead> files(FieldReader reader) {
        var files = new ArrayList<Execution.FileRead>();
        for (int left = size(reader); left > 0; left--) {
            files.add(
                    new Execution.FileRead(
                            reader.known(), reader.known(), reader.count(), reader.count()));
            reader.endLine();
        }
        return files;
    }

    private static void write(FieldWriter writer, String currency, Execution.Totals totals) {
        writer.text(currency).count(totals.rows()).amounts(totals.amounts());
        writer.count(totals.absent().size());
        new TreeMap<>(totals.absent())
                .forEach((metric, rows) -> writer.text(metric.name()).count(rows));
        writer.endLine();
    }

    private static Map<String, Execution.Totals> totals(FieldReader reader) {
        var totals = new TreeMap<String, Execution.Totals>();
        for (int left = size(reader); left > 0; left--) {
            var currency = reader.known();
            totals.put(
                    currency,
                    new Execution.Totals(reader.count(), reader.amounts(), absent(reader)));
            reader.endLine();
        }
        return totals;
    }

    private static Map<Metric, Long> absent(FieldReader reader) {
        var absent = new EnumMap<Metric, Long>(Metric.class);
        for (int left = reader.size(); left > 0; left--) {
            absent.put(Metric.valueOf(reader.known()), reader.count());
        }
        return absent;
    }

    private static void write(FieldWriter writer, LocalDate date, Statement.Day day) {
        writer.text(date.toString());
        for (var level : Level.values()) {
            writer.text(day.at(level).hash()).count(day.at(level).chunks());
        }
        write(writer, day.sums().all());
        write(writer, day.sums().usage());
        writer.endLine();
    }

    private static void write(FieldWriter writer, Map<String, Amounts> sums) {
        writer.count(sums.size());
        sums.forEach((currency, amounts) -> writer.text(currency).amounts(amounts));
    }

    private static NavigableMap<LocalDate, Statement.Day> days(FieldReader reader) {
        var days = new TreeMap<LocalDate, Statement.Day>();
        for (int left = size(reader); left > 0; left--) {
            var date = LocalDate.parse(reader.known());
            var addresses = addresses(reader);
            days.put(date, new Statement.Day(new DaySums(sums(reader), sums(reader)), addresses));
            reader.endLine();
        }
        return days;
    }

    private static Map<Level, Content.Address> addresses(FieldReader reader) {
        var addresses = new EnumMap<Level, Content.Address>(Level.class);
        for (var level : Level.values()) {
            addresses.put(level, new Content.Address(reader.known(), reader.size()));
        }
        return addresses;
    }

    private static Map<String, Amounts> sums(FieldReader reader) {
        var sums = new TreeMap<String, Amounts>();
        for (int left = reader.size(); left > 0; left--) {
            sums.put(reader.known(), reader.amounts());
        }
        return sums;
    }

    private static int size(FieldReader reader) {
        int size = reader.size();
        reader.endLine();
        return size;
    }
}
