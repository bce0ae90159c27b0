package dev.glidepath.core.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `actions`: a list under each phase's name.
final class ActionsSection {

    private static final Set<String> YES = Set.of("yes", "true");
    private static final Form<String> ANSWER =
            TextForm.oneOf("answer", "yes", "no", "true", "false");

    private final Draft draft;
    private final List<Measure> measures;
    private final Map<String, Placed> byAim = new HashMap<>();

    private ActionsSection(Draft draft, List<Measure> measures) {
        this.draft = draft;
        this.measures = measures;
    }

    private record Placed(int line, Action action) {}

    private record Done(boolean is, Optional<LocalDate> on) {}

    static List<Action> read(Fields file, Draft draft, List<Measure> measures) {
        var section = new ActionsSection(draft, measures);
        var actions = new ArrayList<Action>();
        for (var phase : file.entries("actions")) {
            var name = draft.nodes().value(phase.key(), TextForm.line(60)).orElse("");
            var named =
                    new Nodes.Named(
                            name, "a list, each starting with \"- action: Deploy monitoring\"");
            for (var item : draft.nodes().items(phase.value(), named)) {
                Fields.open(item, Section.ACTION, draft.nodes())
                        .ifPresent(fields -> actions.add(section.action(name, fields)));
            }
        }
        return actions;
    }

    private Action action(String phase, Fields fields) {
        var done =
                fields.read("done", ActionsSection::done).orElse(new Done(false, Optional.empty()));
        var action =
                new Action(
                        phase,
                        fields.read("action", TextForm.line(160)).orElse(""),
                        fields.read("owner", TextForm::owner).orElse(""),
                        fields.read("due", draft.day())
                                .map(DateForm.Due::date)
                                .orElse(LocalDate.EPOCH),
                        done.is(),
                        done.on());
        fields.fields("reaches", Section.REACHES)
                .ifPresent(reaches -> reaches(reaches, action.due()));
        compare(action, fields);
        return action;
    }

    private static Done done(String text) {
        return text.startsWith("20")
                ? new Done(true, Optional.of(DateForm.date(text)))
                : new Done(YES.contains(ANSWER.of(text)), Optional.empty());
    }

    /// Two actions with the same aim, which stands after the colon, should be due together.
    private void compare(Action action, Fields fields) {
        var aim = action.text().substring(action.text().indexOf(": ") + 1).strip();
        var here = new Placed(fields.mark("action").line(), action);
        var first = byAim.putIfAbsent(aim.toLowerCase(Locale.ROOT), here);
        if (first != null) {
            draft.claim(
                    fields.mark("due"),
                    ActionChecks.dueTogether(aim, action, first.action(), first.line()));
        }
    }

    private void reaches(Fields reaches, LocalDate due) {
        var known = measures.stream().map(Measure::reference).toList();
        var names = reaches.texts("measure");
        names.forEach(text -> draft.checkKnown(text, "measure", known));
        var value = reaches.read("value", new ValueForm(draft.currency()));
        if (!names.isEmpty() && value.isPresent()) {
            draft.claim(
                    reaches.mark("value"),
                    ActionChecks.reaches(names.getFirst().value().strip(), value.get(), due));
        }
    }
}
