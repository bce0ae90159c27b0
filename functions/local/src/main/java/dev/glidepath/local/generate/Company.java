package dev.glidepath.local.generate;

import dev.glidepath.local.generate.Schedule.Slot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A company that runs a cost reduction plan, and whose bills are delivered every second day. Made
/// of its settings alone: no clock, and the same settings write the same bytes.
public final class Company {

    private static final int MOST_ROWS = 250_000;

    private final Settings settings;
    private final Story story;
    private final Schedule schedule;

    private Company(Settings settings) {
        this.settings = settings;
        story = new Story(settings);
        schedule = new Schedule(settings);
    }

    public static Company of(Settings settings) {
        return new Company(settings);
    }

    /// The days on which something is delivered, in order; the last ones are those on which the
    /// last month becomes final.
    public List<LocalDate> deliveryDays() {
        return schedule.days();
    }

    /// Writes that day's deliveries below `out/billing-bucket`, where earlier ones may lie, and
    /// returns them in the order of their instants.
    public List<Delivery> deliver(LocalDate day, Path out) throws IOException {
        var bucket = new Bucket(out);
        var deliveries = new ArrayList<Delivery>();
        try (var parquet = new ParquetPart()) {
            for (var slot : schedule.on(day)) {
                deliveries.add(deliver(slot, bucket, part(slot.export(), parquet)));
            }
        }
        return List.copyOf(deliveries);
    }

    /// What is true after all deliveries.
    public Truth truth() {
        return truth(schedule.days().getLast());
    }

    /// What the newest deliveries up to and with that day say.
    public Truth truth(LocalDate asOf) {
        var bills =
                schedule.newest(asOf).stream()
                        .map(s -> Truth.bill(s.id(), rows(s).iterator(), sheet(s)));
        return new Truth(asOf, bills.toList(), story.events());
    }

    private Delivery deliver(Slot slot, Bucket bucket, PartFile part) throws IOException {
        var columns = sheet(slot).columns();
        var folder = bucket.dataFolder(slot);
        var rows = rows(slot).map(row -> new Row(slot.period(), slot.closed(), row)).iterator();
        var files = new ArrayList<Path>();
        do {
            var file = folder.resolve(bucket.dataFile(slot, files.size() + 1));
            part.write(file, columns, rows, rowsPerPart(slot));
            Bucket.stamp(file, slot);
            files.add(file);
        } while (rows.hasNext());
        var id = slot.id();
        return new Delivery(
                id.export(),
                id.billingPeriod(),
                id.executionId(),
                id.delivered(),
                bucket.manifest(slot, columns, files));
    }

    private Stream<Charge> rows(Slot slot) {
        return story.charges(slot.export().book(), slot.period(), slot.day())
                .flatMap(charge -> sheet(slot).rows().apply(charge).stream());
    }

    /// Half of what is about to come.
    private int rowsPerPart(Slot slot) {
        long days =
                Math.min(
                        slot.day().toEpochDay() - slot.period().atDay(1).toEpochDay(),
                        slot.period().lengthOfMonth());
        long half = settings.rowsPerMonth() / 60 * days + 1;
        return Math.toIntExact(Math.min(half, MOST_ROWS));
    }

    private static PartFile part(Export export, ParquetPart parquet) {
        return switch (export) {
            case CUR2_ORG, FOCUS_ORG -> parquet;
            case LEGACY_ORG -> CsvPart.PLAIN;
            case SAAS_WORKPLACE -> CsvPart.QUOTED;
            case SAAS_HELPDESK -> CsvPart.MARKED;
        };
    }

    private static Sheet sheet(Slot slot) {
        return switch (slot.export()) {
            case CUR2_ORG -> Cur.SHEET;
            case FOCUS_ORG -> Focus.AWS_1_2;
            case LEGACY_ORG -> Legacy.SHEET;
            case SAAS_WORKPLACE -> Focus.V1_1;
            case SAAS_HELPDESK -> Focus.V1_4;
        };
    }
}
