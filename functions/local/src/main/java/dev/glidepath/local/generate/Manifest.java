package dev.glidepath.local.generate;

import dev.glidepath.local.generate.Schedule.Slot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// What a manifest says, with the keys that AWS's have.
final class Manifest {

    private Manifest() {}

    static Map<String, Object> export(Slot slot, List<Column> columns, Stream<String> keys) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("executionId", slot.id().executionId());
        manifest.put(
                "exportArn",
                "arn:aws:bcm-data-exports:us-east-1:%s:export/%s-%s"
                        .formatted(Aws.PAYER, slot.export().title(), id(slot)));
        manifest.put(
                "columns",
                columns.stream().map(c -> ordered("name", c.name(), "type", type(c))).toList());
        manifest.put("dataFiles", keys.map(key -> "s3://" + Bucket.NAME + "/" + key).toList());
        manifest.put("additionalOutputFiles", List.of());
        return manifest;
    }

    static Map<String, Object> legacy(Slot slot, List<Column> columns, Stream<String> keys) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("assemblyId", slot.id().executionId());
        manifest.put("account", Aws.PAYER);
        manifest.put("columns", columns.stream().map(Manifest::legacyColumn).toList());
        manifest.put("charset", "UTF-8");
        manifest.put("compression", "GZIP");
        manifest.put("contentType", "text/csv");
        manifest.put("reportId", Chance.code(slot.export().title()).toLowerCase(Locale.ROOT));
        manifest.put("reportName", slot.export().title());
        manifest.put("billingPeriod", billingPeriod(slot));
        manifest.put("bucket", Bucket.NAME);
        manifest.put("reportKeys", keys.toList());
        return manifest;
    }

    private static Map<String, String> billingPeriod(Slot slot) {
        var days = Bucket.month(slot.period()).split("-", 2);
        return ordered("start", days[0] + "T000000.000Z", "end", days[1] + "T000000.000Z");
    }

    private static Map<String, String> legacyColumn(Column column) {
        var parts = column.name().split("/", 2);
        return ordered("category", parts[0], "name", parts[1]);
    }

    private static String type(Column column) {
        return column.type().title();
    }

    private static UUID id(Slot slot) {
        return new Chance(0).uuid(slot.export().title(), 0, 0);
    }

    private static Map<String, String> ordered(String a, String first, String b, String second) {
        var map = new LinkedHashMap<String, String>();
        map.put(a, first);
        map.put(b, second);
        return map;
    }
}
