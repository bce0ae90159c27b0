package dev.glidepath.store;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes lines as [Lines] reads them. It remembers the text of dimensions, which is most of a
/// line: days that share them share it.
final class LineTexts {

    private final IdentityHashMap<Dimensions, String> known = new IdentityHashMap<>();
    private final FieldWriter writer = new FieldWriter();

    String encode(List<CostLine> lines) {
        return lines.stream().map(this::encode).sorted().collect(Collectors.joining());
    }

    private String encode(CostLine line) {
        var dimensions = line.dimensions();
        writer.text(line.category())
                .written(known.computeIfAbsent(dimensions, LineTexts::text))
                .amounts(line.amounts())
                .decimal(line.quantity())
                .count(line.rows());
        if (dimensions.charge().unit() != null) {
            writer.text(dimensions.charge().unit());
        }
        return writer.endLine().take();
    }

    private static String text(Dimensions dimensions) {
        var writer =
                new FieldWriter()
                        .text(dimensions.currency())
                        .text(dimensions.service().provider())
                        .text(dimensions.service().name())
                        .text(dimensions.service().code())
                        .text(dimensions.subAccount().id())
                        .text(dimensions.subAccount().name())
                        .text(dimensions.region());
        var charge = dimensions.charge();
        writer.text(charge.category())
                .text(charge.chargeClass())
                .text(charge.item())
                .text(charge.pricing())
                .text(charge.commitmentId())
                .text(charge.commitmentStatus());
        writer.count(dimensions.labels().size());
        new TreeMap<>(dimensions.labels()).forEach((name, value) -> writer.text(name).text(value));
        return writer.take();
    }
}
