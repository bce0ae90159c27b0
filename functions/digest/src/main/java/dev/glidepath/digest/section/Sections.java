package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.digest.Provenance;

import java.util.ArrayList;
import java.util.List;

/// The mail's sections, in the order in which they stand.
public final class Sections {

    private Sections() {}

    public static List<Section> of(Finding finding, Provenance provenance, Figures figures) {
        var assessment = finding.assessment();
        var sections = new ArrayList<Section>();
        sections.add(HeadlineSection.of(finding, figures));
        sections.add(TargetSection.of(assessment, figures));
        sections.add(DescentSection.of(assessment, figures));
        sections.add(WeekSection.of(assessment, figures));
        sections.add(BridgeSection.of(assessment, figures));
        sections.add(MoverSection.of(assessment, figures));
        RestatedSection.of(assessment, figures).ifPresent(sections::add);
        sections.add(ForecastSection.of(assessment, figures));
        sections.add(BillSection.of(assessment, figures));
        sections.add(ReceiptSection.of(assessment, provenance, figures));
        return sections;
    }
}
