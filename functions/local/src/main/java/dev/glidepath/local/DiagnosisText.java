package dev.glidepath.local;

import dev.glidepath.doctor.Area;
import dev.glidepath.doctor.Diagnosis;
import dev.glidepath.doctor.Finding;
import dev.glidepath.doctor.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A diagnosis for a terminal: aligned, and what is not fine in colour where colours are shown.
record DiagnosisText(boolean colours) {

    private static final int WIDTH = 100;
    private static final String INDENT = " ".repeat(11);
    private static final String PLAIN = "\u001B[0m";

    List<String> lines(Diagnosis diagnosis) {
        var lines = new ArrayList<String>();
        var last = Optional.<Area>empty();
        for (var finding : diagnosis.findings()) {
            if (!last.equals(Optional.of(finding.area()))) {
                lines.add(finding.area().word().toUpperCase(Locale.ROOT));
                last = Optional.of(finding.area());
            }
            add(lines, finding);
        }
        lines.add("");
        lines.add(diagnosis.line());
        return lines;
    }

    private void add(List<String> lines, Finding finding) {
        var word = "  " + String.format(Locale.ROOT, "%-8s", finding.severity().word()) + " ";
        var text = wrapped(finding.what(), "");
        lines.add(coloured(word, finding.severity()) + text.getFirst().stripLeading());
        lines.addAll(text.subList(1, text.size()));
        if (!finding.why().isEmpty()) {
            lines.addAll(wrapped(finding.why(), "why:  "));
            lines.addAll(wrapped(finding.mend(), "mend: "));
        }
    }

    private String coloured(String word, Severity severity) {
        if (!colours) {
            return word;
        }
        return switch (severity) {
            case FINE -> "\u001B[32m" + word + PLAIN;
            case UNKNOWN, WARNING -> "\u001B[33m" + word + PLAIN;
            case PROBLEM -> "\u001B[31m" + word + PLAIN;
        };
    }

    /// A command is longer than a line and is copied whole: words are never cut.
    private static List<String> wrapped(String text, String label) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(INDENT + label);
        int empty = line.length();
        for (var word : text.split(" ", -1)) {
            if (line.length() > empty && line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(empty));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
