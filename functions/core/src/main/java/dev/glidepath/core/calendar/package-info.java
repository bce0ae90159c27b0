/// Weeks of UTC days. Depends on nothing.
package dev.glidepath.core.calendar;
