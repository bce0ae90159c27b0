package dev.glidepath.digest;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.plan.Preferences;
import dev.glidepath.digest.figures.Figures;
import dev.glidepath.digest.section.HeadlineSection;
import dev.glidepath.digest.section.Section;
import dev.glidepath.digest.section.SectionHtml;
import dev.glidepath.digest.section.Sections;
import dev.glidepath.digest.section.TargetSection;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the digest of an assessment; the same input gives the same bytes.
public final class DigestWriter {

    private DigestWriter() {}

    /// A held finding is written too, marked as such: it is for previews and must not be sent.
    public static Rendered write(Finding finding, Provenance provenance) {
        var figures = figures(finding, provenance.letterhead().recipient().preferences());
        var sections = Sections.of(finding, provenance, figures);
        var subject = Subject.of(finding, figures);
        var html = SectionHtml.page(subject, preheader(sections), sections);
        var text = sections.stream().map(Section::text).collect(Collectors.joining("\n\n"));
        var headline =
                sections.stream()
                        .filter(s -> s instanceof HeadlineSection || s instanceof TargetSection)
                        .map(Section::text)
                        .collect(Collectors.joining("\n\n"));
        var letter = new Letter(subject, html, text);
        return new Rendered(letter, Receipt.of(finding.assessment(), provenance, letter), headline);
    }

    private static String preheader(List<Section> sections) {
        return sections.stream()
                .filter(HeadlineSection.class::isInstance)
                .map(s -> ((HeadlineSection) s).sentence())
                .findFirst()
                .orElse("");
    }

    private static Figures figures(Finding finding, Preferences wishes) {
        var total = finding.assessment().targets().total();
        var month =
                switch (total.standing()) {
                    case Standing.Measured m -> m.runRate().abs().max(m.allowed());
                    case Standing.NoTarget(var runRate) -> runRate.abs();
                    case Standing.NotEnoughData(_, var allowed) -> allowed.orElse(BigDecimal.ZERO);
                };
        var largest = total.weeks().stream().map(BigDecimal::abs).reduce(month, BigDecimal::max);
        return Figures.of(finding.assessment().frame().basis().currency(), largest, wishes);
    }
}
