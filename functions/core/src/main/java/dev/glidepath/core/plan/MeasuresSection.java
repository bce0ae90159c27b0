package dev.glidepath.core.plan;

import java.util.ArrayList;
import java.util.List;

/// Reads `measures`: a list under each group's name.
final class MeasuresSection {

    private MeasuresSection() {}

    private record Reference(Yaml.Text text, boolean change) {}

    /// @param categories all that the file has
    static List<Measure> read(Fields file, Draft draft, List<String> categories) {
        var measures = new ArrayList<Measure>();
        var references = new ArrayList<Reference>();
        for (var group : file.entries("measures")) {
            var name = draft.nodes().value(group.key(), TextForm.line(60)).orElse("");
            var taken = draft.new Names("measure");
            var named = new Nodes.Named(name, "a list, each starting with \"- name: Quality\"");
            for (var item : draft.nodes().items(group.value(), named)) {
                Fields.open(item, Section.MEASURE, draft.nodes())
                        .ifPresent(
                                fields -> {
                                    measures.add(measure(name, fields, taken, draft, categories));
                                    references(measures.getLast(), fields, references, draft);
                                });
            }
        }
        check(references, measures, draft);
        return measures;
    }

    private static Measure measure(
            String group, Fields fields, Draft.Names taken, Draft draft, List<String> categories) {
        var name = fields.read("name", TextForm.line(60)).orElse("");
        taken.add(fields.mark("name"), name);
        return new MeasureReader(fields, draft).read(group, name, categories);
    }

    private static void references(
            Measure measure, Fields fields, List<Reference> references, Draft draft) {
        for (var text : fields.texts("same as")) {
            references.add(new Reference(text, false));
            draft.claim(text.mark(), MeasureChecks.sameAs(measure, text.value().strip()));
        }
        for (var text : fields.texts("change of")) {
            references.add(new Reference(text, true));
            draft.claim(text.mark(), MeasureChecks.changeOf(measure, text.value().strip()));
        }
    }

    private static void check(List<Reference> references, List<Measure> measures, Draft draft) {
        var known = measures.stream().map(Measure::reference).toList();
        var knownAndTotal = new ArrayList<>(known);
        knownAndTotal.add(Source.TOTAL);
        for (var reference : references) {
            draft.checkKnown(
                    reference.text(), "measure", reference.change() ? knownAndTotal : known);
        }
    }
}
