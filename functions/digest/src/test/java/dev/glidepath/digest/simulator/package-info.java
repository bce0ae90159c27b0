/// Weeks of runs in which everything goes wrong that can: the real door, outbox and feedback over a
/// table, a mailbox and a clock of our own. [World] is one installation; the same seed gives the
/// same world.
package dev.glidepath.digest.simulator;
