/// From an export's delivery to snapshots: find, read, allocate, record. The door is
/// [dev.glidepath.collect.Collect].
package dev.glidepath.collect;
