package dev.glidepath.digest.section;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A bar of up to three parts, in whole per cent of its width; what is left over stays empty.
///
/// @param filled what is spent within what is allowed
/// @param over what is spent beyond
/// @param room what is allowed and not spent
public record Bar(int filled, int over, int room) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Bar of(BigDecimal amount, BigDecimal longest) {
        return new Bar(percent(amount, longest), 0, 0);
    }

    static Bar of(BigDecimal amount, BigDecimal allowed, BigDecimal longest) {
        int spent = percent(amount, longest);
        int limit = percent(allowed, longest);
        return new Bar(
                Math.min(spent, limit), Math.max(0, spent - limit), Math.max(0, limit - spent));
    }

    public int rest() {
        return 100 - filled - over - room;
    }

    private static int percent(BigDecimal amount, BigDecimal longest) {
        if (amount.signum() <= 0 || longest.signum() <= 0) {
            return 0;
        }
        return amount.multiply(HUNDRED).divide(longest, 0, RoundingMode.HALF_UP).intValueExact();
    }
}
