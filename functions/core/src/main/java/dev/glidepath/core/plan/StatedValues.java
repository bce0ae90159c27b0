package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Measure.Stated;
import dev.glidepath.core.plan.Yaml.Mark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values that are stated beside the plan, in a CSV file with the header `measure,date,value`. A
/// fault is told where the plan names the file, with the file's own line.
final class StatedValues {

    private static final String HEADER = "measure,date,value";
    private static final int LONGEST = 256 * 1024;

    private final Draft draft;
    private final Mark mark;
    private final String file;
    private final Map<String, Measure> known = new LinkedHashMap<>();
    private final Map<String, List<Stated>> values = new HashMap<>();
    private final HashSet<String> seen = new HashSet<>();

    private StatedValues(Draft draft, Mark mark, String file, List<Measure> measures) {
        this.draft = draft;
        this.mark = mark;
        this.file = file;
        measures.forEach(m -> known.put(m.reference(), m));
    }

    /// The measures with what the file says of them.
    static List<Measure> add(
            Draft draft, Mark mark, String file, String text, List<Measure> measures) {
        var values = new StatedValues(draft, mark, file, measures);
        values.read(text);
        return measures.stream()
                .map(m -> m.with(values.values.getOrDefault(m.reference(), List.of())))
                .toList();
    }

    private void read(String text) {
        if (text.length() > LONGEST) {
            fault(
                    1,
                    "the file is longer than %d KiB: keep what is still needed in it"
                            .formatted(LONGEST / 1024));
            return;
        }
        var lines = text.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            fault(1, "this is no file of values: its first line is " + HEADER);
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            var cells = CsvLine.cells(lines.get(i));
            if (!lines.get(i).isBlank()) {
                line(i + 1, cells);
            }
        }
    }

    private void line(int line, List<String> cells) {
        if (cells.size() != 3) {
            fault(line, "a line has three values, %s, and a quoted one its end".formatted(HEADER));
            return;
        }
        try {
            value(line, cells.getFirst().strip(), cells.get(1).strip(), cells.getLast().strip());
        } catch (Form.Refused refused) {
            fault(line, refused.reason());
        }
    }

    private void value(int line, String reference, String day, String text) {
        var measure = known.get(reference);
        if (measure == null) {
            fault(
                    line,
                    "unknown measure \"%s\"%s"
                            .formatted(
                                    reference,
                                    Suggestion.among(reference, List.copyOf(known.keySet()))));
            return;
        }
        LocalDate date = DateForm.date(day);
        var value = new ValueForm(draft.currency()).of(text);
        if (value.kind() != measure.unit().kind()) {
            fault(
                    line,
                    "\"%s\" is %s and the measure %s: write all in one unit"
                            .formatted(
                                    text,
                                    Shown.unit(value.kind()),
                                    Shown.unit(measure.unit().kind())));
        } else if (draft.start().filter(date::isBefore).isPresent()) {
            fault(
                    line,
                    "%s is before the plan's start: its values count from then".formatted(date));
        } else if (!seen.add(reference + "\n" + date)) {
            fault(line, "a second value of \"%s\" for %s: keep one".formatted(reference, date));
        } else {
            values.computeIfAbsent(reference, _ -> new ArrayList<>())
                    .add(new Stated(date, value.number()));
        }
    }

    private void fault(int line, String message) {
        draft.nodes().fault(mark, "%s:%d: %s".formatted(file, line, message));
    }
}
