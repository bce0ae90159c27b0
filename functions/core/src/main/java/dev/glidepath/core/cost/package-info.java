/// Charges as the export states them, and the cost of a day. Depends on `money`.
package dev.glidepath.core.cost;
