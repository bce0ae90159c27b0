/// The trends page on this machine, for a browser on it.
package dev.glidepath.local.serve;
