package dev.glidepath.local.generate;

import java.time.LocalDate;
import java.util.Set;

/// What to generate.
///
/// @param start the first charge day, the first of a month
/// @param months how many billing periods there are
/// @param rowsPerMonth about how many rows `cur2-org` has per month; from 500
public record Settings(
        long seed, LocalDate start, int months, int rowsPerMonth, Set<Export> exports) {

    public static final Settings DEFAULT =
            new Settings(42, LocalDate.of(2026, 1, 1), 6, 3_000, Export.USUAL);

    public Settings {
        exports = Set.copyOf(exports);
        if (start.getDayOfMonth() != 1) {
            throw new IllegalArgumentException(
                    "start " + start + " is not the first of a month: give one that is");
        }
        if (months < 1 || rowsPerMonth < 500) {
            throw new IllegalArgumentException(
                    "months %d, rows per month %d: give at least 1 and 500"
                            .formatted(months, rowsPerMonth));
        }
    }

    LocalDate end() {
        return start.plusMonths(months);
    }
}
