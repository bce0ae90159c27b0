package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Words;
import dev.glidepath.digest.Letterhead;
import dev.glidepath.digest.Unread;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How this mail is made for its recipient; and to who gets everything, who got none.
public record PreferencesSection(String title, List<String> lines) implements Section {

    private static final BigDecimal EXAMPLE = new BigDecimal("1234.56");

    static PreferencesSection of(Assessment assessment, Letterhead letterhead, Figures figures) {
        var lines = new ArrayList<String>();
        lines.add(
                "You get %s; %s; numbers as %s; times of the day in %s, charge days in UTC. The plan's recipients say so."
                        .formatted(
                                scope(assessment.frame().scope()),
                                Words.metric(assessment.frame().basis().metric())
                                        .toLowerCase(Locale.ROOT),
                                figures.exact(EXAMPLE),
                                figures.wishes().zone()));
        letterhead.unread().stream().map(PreferencesSection::unread).forEach(lines::add);
        return new PreferencesSection("This mail", lines);
    }

    private static String scope(List<String> scope) {
        return scope.isEmpty()
                ? "all categories"
                : scope.stream().map(Names::clean).collect(Collectors.joining(", "));
    }

    private static String unread(Unread unread) {
        return "Not received: the mail of %s to %s %s."
                .formatted(
                        unread.week(), Names.clean(unread.address()), Names.clean(unread.fate()));
    }

    @Override
    public String text() {
        return Plain.heading(title) + Plain.notes(lines);
    }
}
