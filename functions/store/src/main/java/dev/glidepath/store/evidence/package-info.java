/// What the snapshots know at a time, as an assessment needs it: days, how far they are known, how
/// far they have settled. [Evidence] is the door. Depends on `core` and [dev.glidepath.store].
package dev.glidepath.store.evidence;
