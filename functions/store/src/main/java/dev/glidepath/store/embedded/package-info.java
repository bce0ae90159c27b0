/// The table on one machine, for the command and for tests. Needs DynamoDB Local on the class path,
/// which this module does not hand on: its licence forbids shipping it in a function.
package dev.glidepath.store.embedded;
