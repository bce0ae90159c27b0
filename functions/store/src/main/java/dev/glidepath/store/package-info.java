/// What is known about each charge day, and since when: the contributions of export executions in
/// one DynamoDB table. [Snapshots] is the door. Depends on `core` and the AWS SDK's DynamoDB
/// client.
package dev.glidepath.store;
