package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Yaml.Mark;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says in words what the YAML engine stumbled over, and points at its cause, which is often not
/// where the engine noticed.
final class SyntaxFaults {

    private static final Pattern INDENTED_BY_TAB = Pattern.compile("^ *\t[ \t]*[^ \t#].*");
    private static final Pattern NO_SPACE_AFTER_COLON = Pattern.compile("^[ -]*([a-z ]+):(\\S.*)");
    private static final Pattern QUOTED_VALUE = Pattern.compile("(?:: |- |\\[|\\{|, )(?=[\"'])");

    private final List<String> lines;
    private final Faults faults;

    private SyntaxFaults(List<String> lines, Faults faults) {
        this.lines = lines;
        this.faults = faults;
    }

    static void add(String text, YamlEngineException e, Faults faults) {
        var syntax = new SyntaxFaults(text.lines().toList(), faults);
        switch (e) {
            case MarkedYamlEngineException marked -> syntax.add(marked);
            case ReaderException unprintable -> syntax.unprintable(text, unprintable);
            default -> faults.add(Mark.START, "this is not YAML: " + e.getMessage());
        }
    }

    private void unprintable(String text, ReaderException e) {
        var before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
        int column = before.length() - before.lastIndexOf('\n');
        faults.add(
                new Mark((int) before.chars().filter(c -> c == '\n').count() + 1, column),
                String.format(
                        Locale.ROOT,
                        "a character that cannot be printed (U+%04X): delete it",
                        e.getCodePoint()));
    }

    private void add(MarkedYamlEngineException e) {
        if (tabs()) {
            return;
        }
        var found = mark(e.getProblemMark()).orElse(Mark.START);
        var began = mark(e.getContextMark()).orElse(found);
        var problem = e.getProblem();
        if (problem.contains("mapping values are not allowed")) {
            unexpectedKey(found);
        } else if (problem.contains("end of stream") || problem.contains("but found '<scalar>'")) {
            faults.add(
                    unclosedQuote(found).orElse(began),
                    "this quote does not end where it should: close it on its own line, and write"
                            + " a \" within a text as \\\" and a ' as ''");
        } else if (problem.contains("could not find expected ':'")
                && NO_SPACE_AFTER_COLON.matcher(line(began)).matches()) {
            faults.add(began, spaced(line(began)));
        } else {
            faults.add(place(problem, found, began), fix(problem, found));
        }
    }

    private static Mark place(String problem, Mark found, Mark began) {
        boolean whereItBegan =
                problem.contains("but got")
                        || problem.contains("could not find expected ':'")
                        || problem.contains("unexpected character found")
                        || problem.contains("line break")
                        || problem.contains("chomping");
        return whereItBegan ? began : found;
    }

    private String fix(String problem, Mark found) {
        if (problem.contains("cannot start any token")) {
            return "a value cannot start with "
                    + line(found).charAt(found.column() - 1)
                    + " as it stands: put it in quotes";
        }
        if (problem.contains("but got")) {
            return "this bracket is not closed: end the list with ] or the group with }";
        }
        if (problem.contains("could not find expected ':'")) {
            return "this line has no colon: write \"key: value\", e.g. currency: USD";
        }
        if (problem.contains("unexpected character found")
                || problem.contains("line break")
                || problem.contains("chomping")) {
            return "a text that starts with *, &, > or | must be in quotes, e.g. \"*\"";
        }
        if (problem.contains("escape character")) {
            return "a backslash means something else within double quotes: use single quotes";
        }
        if (problem.contains("<document start>")) {
            return "a second document starts here: keep one plan per file, and remove the \"...\"";
        }
        if (problem.contains("<block end>") || problem.contains("not allowed here")) {
            return "this does not line up with what it belongs to: keys and dashes of one list"
                    + " start in the same column, and a list starts on a line of its own";
        }
        return "this is not YAML ("
                + problem.replace('\n', ' ')
                + "): compare it with"
                + " operational-excellence.yaml";
    }

    private boolean tabs() {
        boolean any = false;
        for (int i = 0; i < lines.size(); i++) {
            if (INDENTED_BY_TAB.matcher(lines.get(i)).matches()) {
                faults.add(
                        new Mark(i + 1, lines.get(i).indexOf('\t') + 1),
                        "indented with a tab: YAML takes spaces only, two for each level");
                any = true;
            }
        }
        return any;
    }

    private void unexpectedKey(Mark found) {
        var before = line(found).substring(0, found.column() - 1);
        int colon = before.indexOf(": ");
        var above = found.line() > 1 ? lines.get(found.line() - 2) : "";
        var joined = NO_SPACE_AFTER_COLON.matcher(above);
        if (colon >= 0) {
            int value =
                    colon
                            + 2
                            + (before.substring(colon + 2).length()
                                    - before.substring(colon + 2).stripLeading().length());
            faults.add(
                    new Mark(found.line(), value + 1),
                    "a text with a colon in it must be in quotes: \""
                            + line(found).substring(value).strip()
                            + "\"");
        } else if (joined.matches()) {
            faults.add(new Mark(found.line() - 1, joined.start(1) + 1), spaced(above));
        } else {
            faults.add(
                    new Mark(found.line(), before.length() - before.stripLeading().length() + 1),
                    "this key is indented as if it continued the line above: start it in the same"
                            + " column as the keys that it belongs to");
        }
    }

    private static String spaced(String line) {
        var written = line.strip().replaceFirst("^(- )+", "");
        return Nodes.spaced(written, written.indexOf(':'));
    }

    /// The first quoted value, up to where the engine noticed, whose quotes do not pair up.
    private Optional<Mark> unclosedQuote(Mark found) {
        for (int i = 0; i < Math.min(found.line(), lines.size()); i++) {
            var start = QUOTED_VALUE.matcher(lines.get(i));
            if (start.find()) {
                var rest = lines.get(i).substring(start.end());
                char quote = rest.charAt(0);
                if (rest.replace("\\\"", "").chars().filter(c -> c == quote).count() % 2 == 1) {
                    return Optional.of(new Mark(i + 1, start.end() + 1));
                }
            }
        }
        return Optional.empty();
    }

    private String line(Mark mark) {
        return lines.get(mark.line() - 1);
    }

    private static Optional<Mark> mark(Optional<org.snakeyaml.engine.v2.exceptions.Mark> engines) {
        return engines.map(m -> new Mark(m.getLine() + 1, m.getColumn() + 1));
    }
}
