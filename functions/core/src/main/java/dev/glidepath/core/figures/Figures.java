package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.money.Split;
import dev.glidepath.core.plan.Preferences;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Writes one currency's amounts, and other numbers and times, as the recipient wants them.
///
/// @param scale decimals of the tables: whole units, or cents when little is spent
public record Figures(String currency, int scale, Preferences wishes) {

    public static final String NONE = "–";

    private static final BigDecimal LITTLE = BigDecimal.valueOf(1_000);

    /// @param largest what the mail's largest amounts are like
    public static Figures of(String currency, BigDecimal largest) {
        return of(currency, largest, Preferences.DEFAULT);
    }

    public static Figures of(String currency, BigDecimal largest, Preferences wishes) {
        return new Figures(currency, largest.abs().compareTo(LITTLE) < 0 ? 2 : 0, wishes);
    }

    /// The same, whose tables have cents.
    public Figures inCents() {
        return new Figures(currency, 2, wishes);
    }

    /// In the recipient's zone.
    public String time(Instant instant) {
        return Days.time(instant, wishes.zone());
    }

    /// As a mail of the assessment has them.
    public static Figures of(Assessment assessment, Preferences wishes) {
        var total = assessment.targets().total();
        var month =
                switch (total.standing()) {
                    case Standing.Measured m -> m.runRate().abs().max(m.allowed());
                    case Standing.NoTarget(var runRate) -> runRate.abs();
                    case Standing.NotEnoughData(_, var allowed) -> allowed.orElse(BigDecimal.ZERO);
                };
        var largest = total.weeks().stream().map(BigDecimal::abs).reduce(month, BigDecimal::max);
        return of(assessment.frame().basis().currency(), largest, wishes);
    }

    public String money(BigDecimal amount) {
        return money(amount, scale);
    }

    /// With its sign, also when positive.
    public String signed(BigDecimal amount) {
        var text = money(amount);
        return round(amount, scale).signum() > 0 ? "+" + text : text;
    }

    public String cents(BigDecimal amount) {
        return money(amount, 2);
    }

    /// Three digits or so: `$8.4K`, `$1.2M`.
    public String compact(BigDecimal amount) {
        var size = round(amount, 0).abs();
        if (size.compareTo(BigDecimal.valueOf(999_950)) >= 0) {
            return money(amount.movePointLeft(6), 1) + "M";
        }
        return size.compareTo(BigDecimal.valueOf(1_000)) >= 0
                ? money(amount.movePointLeft(3), 1) + "K"
                : money(amount, size.compareTo(BigDecimal.TEN) < 0 ? 2 : 0);
    }

    /// Amounts of one column, rounded so that they add up to their rounded total.
    public List<BigDecimal> column(List<BigDecimal> amounts) {
        return Split.rounded(amounts, scale);
    }

    public BigDecimal round(BigDecimal amount) {
        return round(amount, scale);
    }

    public String percent(BigDecimal share) {
        return decimal(share.movePointRight(2), 1) + "%";
    }

    public String wholePercent(BigDecimal share) {
        return decimal(share.movePointRight(2), 0) + "%";
    }

    /// With its sign, also when positive.
    public String signedPercent(BigDecimal share) {
        return (round(share, 3).signum() > 0 ? "+" : "") + percent(share);
    }

    public String decimal(BigDecimal number, int scale) {
        return format(round(number, scale), scale);
    }

    /// To its last digit.
    public String exact(BigDecimal number) {
        return format(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    public String count(long number) {
        return format(BigDecimal.valueOf(number), 0);
    }

    private String money(BigDecimal amount, int decimals) {
        var rounded = round(amount, decimals);
        var digits = format(rounded.abs(), decimals);
        return (rounded.signum() < 0 ? "-" : "") + sign() + digits;
    }

    String sign() {
        return switch (currency) {
            case "USD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            default -> currency + "\u00a0";
        };
    }

    private static BigDecimal round(BigDecimal amount, int scale) {
        return amount.setScale(scale, RoundingMode.HALF_UP);
    }

    private String format(BigDecimal number, int decimals) {
        var pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(wishes.numbers().grouping());
        symbols.setDecimalSeparator(wishes.numbers().decimal());
        return new DecimalFormat(pattern, symbols).format(number);
    }
}
