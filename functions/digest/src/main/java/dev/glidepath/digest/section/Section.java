package dev.glidepath.digest.section;

/// A part of the mail, with every text and figure as it is shown.
public sealed interface Section
        permits HeadlineSection,
                TargetSection,
                DescentSection,
                WeekSection,
                ProvisionalSection,
                BridgeSection,
                MoverSection,
                RestatedSection,
                ForecastSection,
                ScorecardSection,
                BillSection,
                ReceiptSection {

    /// The plain text; says every number that the HTML says.
    String text();
}
