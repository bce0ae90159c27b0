package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Plan.StatedValuesFile;
import dev.glidepath.core.plan.Yaml.Mark;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `stated values`, and the file that it names.
///
/// @param mark where the file is named
/// @param text of the file; empty where none is named
record StatedValuesSection(StatedValuesFile values, Mark mark, String text) {

    private static final int FRESH_DAYS = 90;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,99}\\.csv");

    static StatedValuesSection read(Fields file, Draft draft, Beside beside) {
        var section = file.fields("stated values", Section.STATED_VALUES);
        var name = section.flatMap(s -> s.read("file", StatedValuesSection::name));
        var mark = section.map(s -> s.mark("file")).orElse(Mark.START);
        var days = section.flatMap(s -> s.read("fresh for", DaysForm::of)).orElse(FRESH_DAYS);
        var text = name.flatMap(beside::text);
        if (name.isPresent() && text.isEmpty()) {
            draft.nodes()
                    .fault(
                            mark,
                            "\"%s\" is not beside the plan: put it there, or remove \"file\""
                                    .formatted(name.get()));
        }
        return new StatedValuesSection(
                new StatedValuesFile(text.isEmpty() ? Optional.empty() : name, days),
                mark,
                text.orElse(""));
    }

    List<Measure> add(Draft draft, List<Measure> measures) {
        return values.name()
                .map(file -> StatedValues.add(draft, mark, file, text, measures))
                .orElse(measures);
    }

    /// Another folder would not be there where the plan is deployed.
    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new Form.Refused(
                    "\"" + text + "\" is not a file beside the plan: write it like measures.csv");
        }
        return text;
    }
}
