package dev.glidepath.digest;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.digest.section.HeadlineSection;
import dev.glidepath.digest.section.Section;
import dev.glidepath.digest.section.SectionHtml;
import dev.glidepath.digest.section.Sections;
import dev.glidepath.digest.section.TargetSection;

import java.util.List;
import java.util.stream.Collectors;

/// Writes the digest of an assessment; the same input gives the same bytes.
public final class DigestWriter {

    private DigestWriter() {}

    /// A held finding is written too, marked as such: it is for previews and must not be sent.
    public static Rendered write(Finding finding, Provenance provenance) {
        var figures = Figures.of(finding.assessment());
        var sections = Sections.of(finding, provenance, figures);
        var subject = Subject.of(finding, figures);
        var html = SectionHtml.page(subject, preheader(sections), sections);
        var text = sections.stream().map(Section::text).collect(Collectors.joining("\n\n"));
        var headline =
                sections.stream()
                        .filter(s -> s instanceof HeadlineSection || s instanceof TargetSection)
                        .map(Section::text)
                        .collect(Collectors.joining("\n\n"));
        return new Rendered(
                new Letter(subject, html, text),
                Receipt.of(finding.assessment(), provenance),
                headline);
    }

    private static String preheader(List<Section> sections) {
        return sections.stream()
                .filter(HeadlineSection.class::isInstance)
                .map(s -> ((HeadlineSection) s).sentence())
                .findFirst()
                .orElse("");
    }
}
