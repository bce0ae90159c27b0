package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Measure.Unit.Kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as a plan writes them.
final class Shown {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private Shown() {}

    /// With thousands grouped and at most two decimals: `45,027.6`.
    static String number(BigDecimal number) {
        return format("#,##0.##", number);
    }

    /// As money is written: `45,027.60`, or whole `45,000`.
    static String money(BigDecimal amount) {
        var cents = amount.setScale(2, RoundingMode.HALF_UP);
        return format(cents.stripTrailingZeros().scale() > 0 ? "#,##0.00" : "#,##0", cents);
    }

    /// With `decimals` at most: `33.3%`.
    static String percent(BigDecimal percent, int decimals) {
        return format("#,##0." + "#".repeat(decimals), percent) + "%";
    }

    /// Short: `7.7M`, `122K`, `950`.
    static String amount(BigDecimal amount) {
        if (amount.abs().compareTo(MILLION) >= 0) {
            return number(amount.divide(MILLION, 2, RoundingMode.HALF_UP)) + "M";
        }
        if (amount.abs().compareTo(THOUSAND) >= 0) {
            return number(amount.divide(THOUSAND, 2, RoundingMode.HALF_UP)) + "K";
        }
        return number(amount);
    }

    /// With its unit: `99.5%`, `2.5 hours`, `$280K`, `weekly`.
    static String value(Kind kind, BigDecimal value, String currency) {
        return switch (kind) {
            case PERCENT -> number(value) + "%";
            case HOURS -> number(value) + " hours";
            case DAYS -> number(value) + " days";
            case MONEY ->
                    AmountForm.SIGNS.getOrDefault(currency, currency + " ") + shortMoney(value);
            case SCORE -> format("0.0#", value) + "/10";
            case COUNT -> number(value);
            case MULTIPLE -> number(value) + "x";
            case PER_WEEK -> frequency(value);
        };
    }

    private static String shortMoney(BigDecimal value) {
        return value.abs().compareTo(THOUSAND) >= 0 ? amount(value) : money(value);
    }

    static String unit(Kind kind) {
        return switch (kind) {
            case PERCENT -> "a percentage";
            case HOURS -> "in hours";
            case DAYS -> "in days";
            case MONEY -> "money";
            case SCORE -> "out of ten";
            case COUNT -> "a plain number";
            case MULTIPLE -> "a multiple";
            case PER_WEEK -> "a frequency";
        };
    }

    private static String frequency(BigDecimal perWeek) {
        return switch (number(perWeek)) {
            case "1" -> "weekly";
            case "7" -> "daily";
            case String times -> times + " per week";
        };
    }

    private static String format(String pattern, BigDecimal number) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
