package dev.glidepath.store;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.Execution;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A revision as an item's attributes.
final class RevisionItem {

    static final String NUMBER = "revision";

    /// Of one length, so that its text sorts as time does.
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private RevisionItem() {}

    static String sortKey(Revision revision) {
        return sortable(revision.times().recordedAt())
                + String.format(Locale.ROOT, "#%010d", revision.number());
    }

    /// Not before any sort key of that time, and before those of later ones.
    static String upTo(Instant asOf) {
        return sortable(asOf) + "#~";
    }

    static Map<String, AttributeValue> attributes(Revision revision) {
        var item = new HashMap<String, AttributeValue>();
        item.put(NUMBER, AttributeValue.fromN(Long.toString(revision.number())));
        item.put("export", text(revision.id().export()));
        item.put("billingPeriod", text(revision.id().billingPeriod()));
        item.put("executionId", text(revision.id().executionId()));
        item.put("delivered", text(revision.id().delivered()));
        item.put("recordedAt", text(revision.times().recordedAt()));
        item.put("firstRecordedAt", text(revision.times().firstRecordedAt()));
        item.put("allocation", text(revision.allocation()));
        item.put("statement", text(revision.statement().hash()));
        item.put(
                "statementChunks",
                AttributeValue.fromN(Integer.toString(revision.statement().chunks())));
        revision.reach()
                .ifPresent(
                        reach -> {
                            item.put("firstDay", text(reach.start()));
                            item.put("endDay", text(reach.end()));
                        });
        return item;
    }

    static Revision revision(Map<String, AttributeValue> item) {
        return new Revision(
                Long.parseLong(attribute(item, NUMBER).n()),
                new Execution.Id(
                        attribute(item, "export").s(),
                        YearMonth.parse(attribute(item, "billingPeriod").s()),
                        attribute(item, "executionId").s(),
                        instant(item, "delivered")),
                new Revision.Times(instant(item, "recordedAt"), instant(item, "firstRecordedAt")),
                reach(item),
                attribute(item, "allocation").s(),
                new Content.Address(
                        attribute(item, "statement").s(),
                        Integer.parseInt(attribute(item, "statementChunks").n())));
    }

    private static Optional<ChargeDays> reach(Map<String, AttributeValue> item) {
        return item.containsKey("firstDay")
                ? Optional.of(
                        new ChargeDays(
                                LocalDate.parse(attribute(item, "firstDay").s()),
                                LocalDate.parse(attribute(item, "endDay").s())))
                : Optional.empty();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name);
    }

    private static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.parse(attribute(item, name).s());
    }

    private static AttributeValue text(Object value) {
        return AttributeValue.fromS(value.toString());
    }

    private static String sortable(Instant instant) {
        return SORTABLE.format(instant);
    }
}
