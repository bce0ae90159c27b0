package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.digest.Provenance;
import dev.glidepath.digest.figures.Figures;

import java.util.List;

/// The mail's sections, in the order in which they stand.
public final class Sections {

    private Sections() {}

    public static List<Section> of(Finding finding, Provenance provenance, Figures figures) {
        var assessment = finding.assessment();
        return List.of(
                HeadlineSection.of(finding, figures),
                TargetSection.of(assessment, figures),
                DescentSection.of(assessment, figures),
                WeekSection.of(assessment, figures),
                MoverSection.of(assessment, figures),
                ForecastSection.of(assessment, figures),
                BillSection.of(assessment, figures),
                ReceiptSection.of(assessment, provenance, figures));
    }
}
