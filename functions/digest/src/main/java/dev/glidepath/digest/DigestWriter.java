package dev.glidepath.digest;

import static dev.glidepath.digest.section.PictureSection.CONTENT_ID;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.digest.picture.TrendPicture;
import dev.glidepath.digest.section.HeadlineSection;
import dev.glidepath.digest.section.Section;
import dev.glidepath.digest.section.SectionHtml;
import dev.glidepath.digest.section.Sections;
import dev.glidepath.digest.section.TargetSection;
import dev.glidepath.digest.workbook.Charges;
import dev.glidepath.digest.workbook.Workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the digest of an assessment; the same input gives the same bytes.
public final class DigestWriter {

    private DigestWriter() {}

    /// Without a workbook.
    static Rendered write(Finding finding, Provenance provenance) {
        return write(finding, provenance, List.of());
    }

    /// A held finding is written too, marked as such: it is for previews and must not be sent.
    ///
    /// @param charges within the scope of the finding
    public static Rendered write(Finding finding, Provenance provenance, Charges charges) {
        var name = "glidepath-" + finding.assessment().frame().week() + ".xlsx";
        var content = Workbook.of(finding, provenance, charges);
        return write(finding, provenance, List.of(Attachment.file(name, Workbook.TYPE, content)));
    }

    private static Rendered write(Finding finding, Provenance provenance, List<Attachment> files) {
        var wishes = provenance.letterhead().recipient().preferences();
        var figures = Figures.of(finding.assessment(), wishes);
        var again = provenance.letterhead().again();
        var sections = new ArrayList<Section>();
        again.map(CopyNote::notice).ifPresent(sections::add);
        sections.addAll(Sections.of(finding, provenance, figures));
        var subject =
                again.map(a -> "[copy %d] ".formatted(a.number())).orElse("")
                        + Subject.of(finding, figures);
        var html = SectionHtml.page(subject, preheader(sections), sections);
        var text = sections.stream().map(Section::text).collect(Collectors.joining("\n\n"));
        var attachments = new ArrayList<>(picture(finding.assessment()));
        attachments.addAll(files);
        var headline =
                sections.stream()
                        .filter(s -> s instanceof HeadlineSection || s instanceof TargetSection)
                        .map(Section::text)
                        .collect(Collectors.joining("\n\n"));
        var letter = new Letter(subject, html, text, attachments);
        return new Rendered(letter, Receipt.of(finding.assessment(), provenance, letter), headline);
    }

    private static List<Attachment> picture(Assessment assessment) {
        return assessment.targets().course().stream()
                .map(TrendPicture::png)
                .map(png -> Attachment.shown("trend.png", "image/png", CONTENT_ID, png))
                .toList();
    }

    private static String preheader(List<Section> sections) {
        return sections.stream()
                .filter(HeadlineSection.class::isInstance)
                .map(s -> ((HeadlineSection) s).sentence())
                .findFirst()
                .orElse("");
    }
}
