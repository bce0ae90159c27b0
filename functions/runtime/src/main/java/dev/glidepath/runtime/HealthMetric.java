package dev.glidepath.runtime;

/// What the functions tell of their own health; alarms and the dashboard of the stack are built on
/// these names.
public enum HealthMetric {
    /// Executions that a run of collect recorded; zero for a run that found nothing new.
    SNAPSHOTS_RECORDED("SnapshotsRecorded"),
    /// Deliveries that a run of collect could not read.
    DELIVERIES_REFUSED("DeliveriesRefused"),
    /// Digests that a run sent.
    DIGESTS_SENT("DigestsSent"),
    /// Digests of the week that is due that must not be sent as they are.
    DIGESTS_HELD("DigestsHeld"),
    /// Since the digest was due, while one of its recipients has none; else zero.
    DIGEST_HOURS_OVERDUE("DigestHoursOverdue"),
    MAIL_BOUNCED("MailBounced"),
    MAIL_COMPLAINED("MailComplained");

    public static final String NAMESPACE = "Glidepath";

    private final String metric;

    HealthMetric(String metric) {
        this.metric = metric;
    }

    /// As CloudWatch has it.
    public String metric() {
        return metric;
    }
}
