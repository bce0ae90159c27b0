/// Exact amounts and their division. Depends on nothing.
package dev.glidepath.core.money;
