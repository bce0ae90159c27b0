/// The functions as Lambda runs them, on this machine: a packaged zip in a process of its own under
/// the runtime's client, a Runtime API in front of it, and behind it something that speaks like the
/// parts of AWS that the functions use.
package dev.glidepath.local.host;
