package dev.glidepath.core.figures;

import dev.glidepath.core.plan.Measure.Unit.Kind;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes the values of measures with their units, as short as they were stated.
public record Quantities(Figures figures) {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public String value(Kind kind, BigDecimal value) {
        return switch (kind) {
            case PERCENT -> number(value) + "%";
            case HOURS -> number(value) + (number(value).equals("1") ? " hour" : " hours");
            case DAYS -> number(value) + (number(value).equals("1") ? " day" : " days");
            case MONEY -> money(value);
            case SCORE -> figures.decimal(value, value.scale() > 1 ? 2 : 1) + "/10";
            case COUNT -> number(value);
            case MULTIPLE -> number(value) + "x";
            case PER_WEEK -> perWeek(number(value));
        };
    }

    private static String perWeek(String times) {
        return switch (times) {
            case "1" -> "weekly";
            case "7" -> "daily";
            default -> times + " per week";
        };
    }

    private String money(BigDecimal value) {
        var size = value.abs();
        if (size.compareTo(THOUSAND) < 0) {
            var rounded = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
            return sign(rounded)
                    + figures.sign()
                    + figures.decimal(rounded.abs(), rounded.scale() > 0 ? 2 : 0);
        }
        boolean millions = size.compareTo(MILLION) >= 0;
        return sign(value)
                + figures.sign()
                + number(size.movePointLeft(millions ? 6 : 3))
                + (millions ? "M" : "K");
    }

    private static String sign(BigDecimal value) {
        return value.signum() < 0 ? "-" : "";
    }

    /// At most two decimals, none where they are zero.
    private String number(BigDecimal value) {
        var rounded = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return figures.decimal(rounded, Math.max(0, rounded.scale()));
    }
}
