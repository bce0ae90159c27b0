/// What is known about each charge day, and since when: the contributions of export executions in
/// one DynamoDB table. [Snapshots] is the door. Depends on `core` and the AWS SDK's DynamoDB
/// client.
///
/// | partition | sort key | item |
/// |---|---|---|
/// | `newest` | export, billing period | the newest revision: moves under an optimistic lock |
/// | `revisions#` export, period | recorded at, number | one per revision, never changed |
/// | `statements#` export, period | `statement#` hash, chunk | what an execution says: files, totals, sums and hashes of its days |
/// | `day#` export, period, charge day | `totals#` or `detail#` hash, chunk | the day's lines |
///
/// Statements and days are stored under their hash before a transaction puts the revision that
/// names them: what a crash leaves is never read, and found there by the next run.
package dev.glidepath.store;
