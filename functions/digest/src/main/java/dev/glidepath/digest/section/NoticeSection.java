package dev.glidepath.digest.section;

import dev.glidepath.digest.figures.Plain;

import java.util.List;

/// All of a short mail that is no digest.
public record NoticeSection(String title, List<String> lines) implements Section {

    public NoticeSection {
        lines = List.copyOf(lines);
    }

    @Override
    public String text() {
        return Plain.heading(title) + Plain.notes(lines);
    }
}
