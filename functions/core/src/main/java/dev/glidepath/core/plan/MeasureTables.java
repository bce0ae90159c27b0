package dev.glidepath.core.plan;

import dev.glidepath.core.plan.TextTable.Column;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The measures of a plan as tables, one for each group. What the plan does not state is blank.
final class MeasureTables {

    private final Plan plan;
    private final LocalDate today;

    private MeasureTables(Plan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    static List<String> lines(Plan plan, LocalDate today) {
        var groups = new LinkedHashMap<String, List<Measure>>();
        for (var measure : plan.scorecard().measures()) {
            groups.computeIfAbsent(measure.group(), _ -> new ArrayList<>()).add(measure);
        }
        var tables = new MeasureTables(plan, today);
        var lines = new ArrayList<String>();
        for (Map.Entry<String, List<Measure>> group : groups.entrySet()) {
            lines.add("");
            lines.add(group.getKey());
            lines.addAll(tables.lines(group.getValue()));
        }
        return lines;
    }

    private List<String> lines(List<Measure> measures) {
        var filled =
                columns(measures).entrySet().stream()
                        .filter(column -> measures.stream().anyMatch(m -> fills(column, m)))
                        .toList();
        var titles = new ArrayList<Column>();
        titles.add(Column.text("Measure", 28));
        filled.forEach(column -> titles.add(Column.number(column.getKey())));
        var table = new TextTable(titles);
        for (var measure : measures) {
            var cells = new ArrayList<String>();
            cells.add(measure.name());
            filled.forEach(column -> cells.add(column.getValue().apply(measure)));
            table.row(cells);
        }
        return table.lines();
    }

    private static boolean fills(
            Map.Entry<String, Function<Measure, String>> column, Measure measure) {
        return !column.getValue().apply(measure).isEmpty();
    }

    private Map<String, Function<Measure, String>> columns(List<Measure> measures) {
        var columns = new LinkedHashMap<String, Function<Measure, String>>();
        columns.put("Current", this::current);
        for (var measure : measures) {
            measure.milestones().forEach(t -> columns.put(t.label(), m -> target(m, t.label())));
        }
        columns.put("Target", this::undated);
        columns.put("Benchmark", m -> shown(m, m.benchmark()));
        columns.put("Allowed " + today, m -> shown(m, m.allowedOn(today)));
        columns.put("Source", MeasureTables::source);
        return columns;
    }

    /// Blank where it is another line of the plan, or stated.
    private static String source(Measure measure) {
        return switch (measure.source()) {
            case Source.Metered(var metering) -> metrics(metering);
            case Source.CostPer(var category, var metering) -> category + " / " + metrics(metering);
            case Source.Counted(var count) -> count.words();
            case Source.Stated _, Source.SameAs _, Source.ChangeOf _ -> "";
        };
    }

    private static String metrics(Metering metering) {
        return metering.expression().orElseGet(() -> metering.series().getFirst().metric());
    }

    private String current(Measure measure) {
        return measure.stated().isEmpty() ? "" : shown(measure, measure.stated().getLast().value());
    }

    private String target(Measure measure, String label) {
        return measure.milestones().stream()
                .filter(m -> m.label().equals(label))
                .findFirst()
                .map(m -> shown(measure, m.amount()))
                .orElse("");
    }

    private String undated(Measure measure) {
        return measure.target()
                .map(target -> beyond(measure, target) + shown(measure, target.value()))
                .orElse("");
    }

    private static String beyond(Measure measure, Measure.Target target) {
        if (!target.beyond()) {
            return "";
        }
        return measure.unit().higherIsBetter() ? "above " : "below ";
    }

    private String shown(Measure measure, Optional<BigDecimal> value) {
        return value.map(v -> shown(measure, v)).orElse("");
    }

    private String shown(Measure measure, BigDecimal value) {
        return Shown.value(measure.unit().kind(), value, plan.basis().currency());
    }
}
