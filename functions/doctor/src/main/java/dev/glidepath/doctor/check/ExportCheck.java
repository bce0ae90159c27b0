package dev.glidepath.doctor.check;

import dev.glidepath.collect.charges.Header;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.export.Partition;
import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Findings;

import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Whether exports are delivered, lately, whole, and with what the plan's rules look at.
///
/// @param place where they should lie, for people
/// @param folder with a `/` at its end, or empty for the whole bucket
/// @param labels the tags and cost categories that the rules name
public record ExportCheck(
        Bucket bucket, String place, String folder, Set<String> labels, InstantSource clock)
        implements Check {

    /// As the alarm NoSnapshot: exports are delivered at least once a day.
    static final Duration LATE = Duration.ofHours(36);

    private static final Duration GONE = Duration.ofDays(4);

    @Override
    public void look(Findings findings) {
        var exports = new TreeMap<String, Partition>();
        for (var partition : new Deliveries(bucket).partitions(folder, _ -> true)) {
            exports.put(partition.id().export(), partition);
        }
        if (exports.isEmpty()) {
            findings.problem(
                    "present",
                    "no manifest of an export lies below " + place,
                    "There is nothing to collect.",
                    "a new export delivers within 24 hours; else look what there is: aws s3 ls"
                            + " --recursive "
                            + place);
        }
        exports.forEach(
                (export, newest) -> findings.attempt("delivery", () -> look(findings, newest)));
    }

    private void look(Findings findings, Partition newest) {
        var delivery = new Deliveries(bucket).newest(newest);
        age(findings, newest, delivery);
        var header = ManifestHeader.of(bucket, delivery);
        if (header.isEmpty()) {
            findings.unknown(
                    "format",
                    "%s: its manifest names no columns".formatted(delivery.export()),
                    "The format and the columns are seen only when it is collected.",
                    "./glidepath collect says the format");
            return;
        }
        columns(findings, delivery, header.names());
    }

    private void age(Findings findings, Partition newest, Delivery delivery) {
        var age = Duration.between(delivery.version().delivered(), clock.instant());
        var what =
                "%s: newest manifest is %s, of %s, with %d files"
                        .formatted(
                                delivery.export(),
                                Ages.words(age),
                                newest.id().month(),
                                delivery.files().size());
        var why = "What was spent since is not known, and the digest of the week is held.";
        var mend =
                "aws bcm-data-exports list-exports and get-export show its status; billing data of"
                        + " other vendors: ask whoever puts them there";
        if (age.compareTo(LATE) < 0) {
            findings.fine("delivery", what);
        } else if (age.compareTo(GONE) < 0 || isOver(newest.id().month())) {
            findings.warning("delivery", what, why, mend);
        } else {
            findings.problem("delivery", what, why, mend);
        }
    }

    /// At a month's start the new month has no delivery for a day or two.
    private boolean isOver(YearMonth month) {
        var today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return month.equals(YearMonth.from(today).minusMonths(1)) && today.getDayOfMonth() <= 5;
    }

    private void columns(Findings findings, Delivery delivery, List<String> names) {
        var header = Header.of(delivery.manifest(), names, labels);
        if (header.format().isEmpty()) {
            findings.problem(
                    "format",
                    "%s: its %d columns are of no known format"
                            .formatted(delivery.export(), names.size()),
                    "It is refused when it is collected.",
                    "export FOCUS, CUR 2.0 or legacy CUR, with all columns");
            return;
        }
        findings.fine("format", delivery.export() + ": " + header.format().get());
        if (header.without().isEmpty()) {
            findings.fine(
                    "columns",
                    delivery.export()
                            + (labels.isEmpty()
                                    ? ": the plan's rules name no tag and no cost category"
                                    : ": has the columns of all tags and cost categories that the"
                                            + " plan's rules name"));
        } else {
            findings.problem(
                    "columns",
                    "%s: has no column for %s"
                            .formatted(delivery.export(), String.join(", ", header.without())),
                    "Rules that look at it never match, and its cost is Unallocated.",
                    "add the column to the export (Tags or resource_tags; x_CostCategories or"
                            + " cost_category), or take the rule out of the plan");
        }
    }
}
