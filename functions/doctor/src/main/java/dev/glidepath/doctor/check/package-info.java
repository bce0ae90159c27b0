/// The checks, one class for each thing that is looked at: read, then judge.
package dev.glidepath.doctor.check;
