package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Draft.Dated;
import dev.glidepath.core.plan.Measure.Stated;
import dev.glidepath.core.plan.Measure.Target;
import dev.glidepath.core.plan.Measure.Unit;
import dev.glidepath.core.plan.Measure.Unit.Kind;
import dev.glidepath.core.plan.ValueForm.Value;
import dev.glidepath.core.plan.Yaml.Mark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one measure. All its values are in one unit, which is that of the first.
final class MeasureReader {

    private static final Pattern BEYOND = Pattern.compile("(?:above|below) (.+)");

    private final Fields fields;
    private final Draft draft;
    private final ValueForm form;
    private Optional<Kind> kind = Optional.empty();

    MeasureReader(Fields fields, Draft draft) {
        this.fields = fields;
        this.draft = draft;
        this.form = new ValueForm(draft.currency());
    }

    private record Aim(Value value, boolean beyond) {}

    /// @param categories all that the file has
    Measure read(String group, String name, List<String> categories) {
        var better = fields.read("better", TextForm.oneOf("direction", "higher", "lower"));
        var current = fields.read("current", form);
        current.ifPresent(v -> sameUnit(fields.mark("current"), v));
        var readings = dated("readings");
        var targets = dated("targets");
        var target = fields.read("target", this::aim);
        target.ifPresent(aim -> sameUnit(fields.mark("target"), aim.value()));
        var benchmark = fields.read("benchmark", form);
        benchmark.ifPresent(v -> sameUnit(fields.mark("benchmark"), v));
        checkStatesSomething();
        var stated = stated(current, readings);
        boolean higher = better.filter("lower"::equals).isEmpty();
        if (better.isPresent()) {
            checkDirection(stated, targets, higher);
        }
        return new Measure(
                group,
                name,
                new Unit(kind.orElse(Kind.COUNT), higher),
                stated,
                targets.stream()
                        .map(d -> CategoriesSection.milestone(d.due(), d.value().number()))
                        .toList(),
                target.map(aim -> new Target(aim.value().number(), aim.beyond())),
                benchmark.map(Value::number),
                SourceSection.read(fields, draft, categories));
    }

    private List<Dated<Value>> dated(String key) {
        var all = draft.dated(fields.entries(key), form);
        all.forEach(d -> sameUnit(d.mark(), d.value()));
        return all;
    }

    private Aim aim(String text) {
        var beyond = BEYOND.matcher(text);
        return beyond.matches()
                ? new Aim(form.of(beyond.group(1)), true)
                : new Aim(form.of(text), false);
    }

    private void sameUnit(Mark mark, Value value) {
        if (kind.isEmpty()) {
            kind = Optional.of(value.kind());
        } else if (kind.get() != value.kind()) {
            draft.nodes()
                    .fault(
                            mark,
                            "this is %s and the measure's other values are %s: write all in one unit"
                                    .formatted(Shown.unit(value.kind()), Shown.unit(kind.get())));
        }
    }

    private void checkStatesSomething() {
        if (List.of("current", "readings", "targets", "target").stream().noneMatch(fields::has)) {
            draft.nodes()
                    .fault(
                            fields.mark(),
                            "a measure without a value: add what it is, current: 75%, or what it"
                                    + " should be, target: 90%");
        }
    }

    private List<Stated> stated(Optional<Value> current, List<Dated<Value>> readings) {
        var stated = new ArrayList<Stated>();
        var start = draft.start().orElse(LocalDate.EPOCH);
        current.ifPresent(v -> stated.add(new Stated(start, v.number())));
        readings.forEach(d -> stated.add(new Stated(d.due().date(), d.value().number())));
        return stated;
    }

    private void checkDirection(List<Stated> stated, List<Dated<Value>> targets, boolean higher) {
        if (targets.isEmpty()) {
            return;
        }
        BigDecimal from =
                stated.isEmpty() ? targets.getFirst().value().number() : stated.getFirst().value();
        var to = targets.getLast().value().number();
        int way = to.compareTo(from);
        if (way != 0 && way > 0 != higher) {
            draft.nodes()
                    .fault(
                            fields.mark("better"),
                            "\"better\" contradicts the targets, which %s from %s to %s: write %s"
                                    .formatted(
                                            way > 0 ? "rise" : "fall",
                                            Shown.number(from),
                                            Shown.number(to),
                                            way > 0 ? "higher" : "lower"));
        }
    }
}
