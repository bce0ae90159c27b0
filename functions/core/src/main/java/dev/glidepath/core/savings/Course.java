package dev.glidepath.core.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What something cost on each day, beside what it would have in the reference.
///
/// @param floor per day: less than this is no saving
record Course(
        List<LocalDate> days,
        List<BigDecimal> reference,
        List<BigDecimal> actual,
        BigDecimal floor) {

    /// How much less than in the reference.
    List<BigDecimal> below() {
        var below = new ArrayList<BigDecimal>();
        for (int i = 0; i < days.size(); i++) {
            below.add(reference.get(i).subtract(actual.get(i)));
        }
        return below;
    }
}
