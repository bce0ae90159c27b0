package dev.glidepath.digest.section;

/// A part of the mail, with every text and figure as it is shown.
public sealed interface Section
        permits NoticeSection,
                HeadlineSection,
                TargetSection,
                PictureSection,
                DescentSection,
                WeekSection,
                ProvisionalSection,
                BridgeSection,
                SavingsSection,
                MoverSection,
                AnomalySection,
                LeverSection,
                RestatedSection,
                ActionSection,
                ForecastSection,
                ScorecardSection,
                InitiativeSection,
                BillSection,
                PlanSection,
                ReceiptSection,
                PreferencesSection {

    /// The plain text; says every number that the HTML says.
    String text();
}
