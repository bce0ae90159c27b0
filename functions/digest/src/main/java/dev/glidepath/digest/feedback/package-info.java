/// What SES tells of the mails that it took: each event is noted in the outbox. [Feedback] is the
/// door.
package dev.glidepath.digest.feedback;
