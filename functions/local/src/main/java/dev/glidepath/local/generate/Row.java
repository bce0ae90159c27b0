package dev.glidepath.local.generate;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/// A charge on the bill that it is in.
///
/// @param closed whether the bill is final, and so has an invoice
record Row(YearMonth period, boolean closed, Charge charge) {

    Item item() {
        return charge.item();
    }

    LocalDate periodStart() {
        return period.atDay(1);
    }

    LocalDate periodEnd() {
        return period.plusMonths(1).atDay(1);
    }

    /// Null while the amounts are estimates.
    @Nullable String invoice() {
        String what = item().service().vendor() + period;
        return closed ? String.format(Locale.ROOT, "%010d", Chance.hash(what) >>> 31) : null;
    }
}
