/// The Lambda function: translates its event, calls the door, tells how it went.
package dev.glidepath.doctor.function;
