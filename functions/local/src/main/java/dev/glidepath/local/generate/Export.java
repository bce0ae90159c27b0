package dev.glidepath.local.generate;

import java.util.Set;

/// The exports that the company has.
public enum Export {
    CUR2_ORG("cur2-org", "AWS", "BILLING_PERIOD="),
    FOCUS_ORG("focus-org", "AWS", "billing_period="),
    LEGACY_ORG("legacy-org", "AWS", ""),
    SAAS_WORKPLACE("saas-workplace", "workplace", "billing_period="),
    SAAS_HELPDESK("saas-helpdesk", "helpdesk", "billing_period=");

    /// All but the legacy copy of the AWS bill.
    public static final Set<Export> USUAL =
            Set.of(CUR2_ORG, FOCUS_ORG, SAAS_WORKPLACE, SAAS_HELPDESK);

    private final String title;
    private final String book;
    private final String partition;

    Export(String title, String book, String partition) {
        this.title = title;
        this.book = book;
        this.partition = partition;
    }

    /// The export's name, as in its path.
    public String title() {
        return title;
    }

    /// Whose bills are in it: those of `AWS`, or of the vendors of one kind.
    String book() {
        return book;
    }

    /// What precedes the month in the partition's name.
    String partition() {
        return partition;
    }
}
