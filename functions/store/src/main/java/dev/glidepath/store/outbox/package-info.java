/// What became of each mail of a digest: one record per week and recipient. [Outbox] is the door;
/// [Mail] is the state machine, and pure. Depends on `core` and [dev.glidepath.store].
///
/// | partition | sort key | item |
/// |---|---|---|
/// | `outbox#` week | `mail#` recipient | the mail's record, written under an optimistic lock |
/// | `outbox#` week | `receipt#` hash, chunk | what a mail was made from |
package dev.glidepath.store.outbox;
