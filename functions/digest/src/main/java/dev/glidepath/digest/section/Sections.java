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
        sections.add(HeadlineSection.of(finding, provenance.letterhead(), figures));
        sections.add(TargetSection.of(assessment, figures));
        PictureSection.of(assessment, figures).ifPresent(sections::add);
        sections.add(DescentSection.of(assessment, figures));
        sections.add(WeekSection.of(assessment, figures));
        ProvisionalSection.of(assessment, figures).ifPresent(sections::add);
        sections.add(BridgeSection.of(assessment, figures));
        sections.add(SavingsSection.of(assessment, figures));
        sections.add(MoverSection.of(assessment, figures));
        sections.add(AnomalySection.of(assessment, figures));
        LeverSection.of(assessment, figures).ifPresent(sections::add);
        Advice.of(assessment, figures).ifPresent(sections::add);
        sections.add(RestatedSection.of(assessment, provenance.letterhead(), figures));
        ActionSection.of(assessment, figures).ifPresent(sections::add);
        sections.add(ForecastSection.of(assessment, figures));
        ScorecardSection.of(assessment, figures).ifPresent(sections::add);
        InitiativeSection.of(assessment, figures).ifPresent(sections::add);
        sections.add(BillSection.of(assessment, figures));
        PlanSection.of(provenance.letterhead(), figures).ifPresent(sections::add);
        sections.add(ReceiptSection.of(assessment, provenance, figures));
        sections.add(PreferencesSection.of(assessment, provenance.letterhead(), figures));
        return sections;
    }
}
