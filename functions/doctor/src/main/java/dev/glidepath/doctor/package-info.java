/// Looks at an installation before it goes wrong: what is as it should be, what is not and how to
/// mend it, and what could not be seen. [dev.glidepath.doctor.Doctor] is the door. It changes
/// nothing. It may know how `collect` finds and reads manifests; no function knows it.
package dev.glidepath.doctor;
