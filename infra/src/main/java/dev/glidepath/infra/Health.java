package dev.glidepath.infra;

import dev.glidepath.infra.Watched.Limit;
import dev.glidepath.runtime.HealthMetric;

import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

import java.util.List;

/// What the functions tell of themselves, and when that is an alarm.
final class Health {

    /// Exports are delivered at least once a day.
    private static final int HOURS_WITHOUT_SNAPSHOT = 36;

    /// The digest function runs every day, and up to a quarter of an hour late.
    private static final int HOURS_WITHOUT_DIGEST_RUN = 30;

    /// It is due, and was tried again a day later.
    private static final int HOURS_OVERDUE = 24;

    private Health() {}

    static List<Watched> watched() {
        return List.of(
                noSnapshot(), refused(), noDigestRun(), overdue(), held(), bounced(), complained());
    }

    private static Watched noSnapshot() {
        return new Watched(
                "NoSnapshot",
                Watched.health(HealthMetric.SNAPSHOTS_RECORDED, "Sum"),
                Limit.NONE,
                HOURS_WITHOUT_SNAPSHOT,
                TreatMissingData.BREACHING,
                "No snapshot for 36 hours: no export was delivered, or none could be read. After the"
                        + " first deploy that is so until the first delivery, a day later. Else look"
                        + " for new files in the exports' bucket and for errors of Collect.");
    }

    private static Watched refused() {
        return happened(
                "DeliveriesRefused",
                HealthMetric.DELIVERIES_REFUSED,
                "A delivery of a billing export could not be read whole, so nothing of it counts."
                        + " Collect's log names the file, row or column. The next delivery replaces"
                        + " it; a digest whose data it holds up is held.");
    }

    private static Watched noDigestRun() {
        return Watched.silence(
                "NoDigestRun",
                HealthMetric.DIGEST_HOURS_OVERDUE,
                HOURS_WITHOUT_DIGEST_RUN,
                "The digest function, which runs every day, has said nothing for 30 hours. After the"
                        + " first deploy that is so until its first run. Else look at its errors, the"
                        + " dead letters and the schedules.");
    }

    /// Without a new value the old one stands: it runs once a day.
    private static Watched overdue() {
        return new Watched(
                "DigestOverdue",
                Watched.health(HealthMetric.DIGEST_HOURS_OVERDUE, "Maximum"),
                Limit.atLeast(HOURS_OVERDUE),
                1,
                TreatMissingData.IGNORE,
                "A digest was due a day ago or longer, and at least one recipient has none. Make a"
                        + " preview, which says whether it is held and why; else the log of Digest"
                        + " says what became of each mail.");
    }

    private static Watched held() {
        return new Watched(
                "DigestHeld",
                Watched.health(HealthMetric.DIGESTS_HELD, "Maximum"),
                Limit.ONE,
                1,
                TreatMissingData.IGNORE,
                "The digest of the week is held: its data are not settled, an export is missing, or"
                        + " a sum does not close. It is tried again every day. A preview says the"
                        + " reason.");
    }

    private static Watched bounced() {
        return happened(
                "MailBounced",
                HealthMetric.MAIL_BOUNCED,
                "A recipient's digest bounced, and SES sends nothing to that address again. Correct"
                        + " the address in the plan and deploy; or remove it from SES's suppression"
                        + " list and request the digest again.");
    }

    private static Watched complained() {
        return happened(
                "MailComplained",
                HealthMetric.MAIL_COMPLAINED,
                "A recipient marked the digest as spam, and SES sends nothing to that address again."
                        + " Ask them, and take them out of the plan if they do not want it.");
    }

    private static Watched happened(String id, HealthMetric metric, String description) {
        return new Watched(
                id,
                Watched.health(metric, "Sum"),
                Limit.ONE,
                1,
                TreatMissingData.NOT_BREACHING,
                description);
    }
}
