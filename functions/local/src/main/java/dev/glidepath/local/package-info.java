/// The `glidepath` command: the same functions on one machine. Knows every module; none knows it.
package dev.glidepath.local;
