/// From an export's delivery to snapshots: find, read, allocate, record. The door of one delivery
/// is [dev.glidepath.collect.Collect], that of a function's run [dev.glidepath.collect.CollectRun].
package dev.glidepath.collect;
