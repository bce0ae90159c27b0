/// What every function starts with: its environment, its trigger, its plan, its AWS clients, and
/// the metrics of its own health. It knows core and no function.
package dev.glidepath.runtime;
