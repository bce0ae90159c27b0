/// The Lambda function: translates its events, calls the door, tells how it went.
package dev.glidepath.digest.function;
