package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/// An amount of the plan's currency: `50K`, `$50K`, `1.2M`, `50000`, `50,000.00`, `USD 50K`. A
/// comma groups thousands and a point starts decimals; what may be read in two ways is refused. The
/// result keeps the precision in which it is written: 3.3M is known to a hundred thousand.
///
/// @param currency empty while the plan's own is faulty: then any sign will do
/// @param monthly whether `/month` may follow
record AmountForm(String currency, boolean monthly) implements Form<BigDecimal> {

    static final Map<String, String> SIGNS =
            Map.of(
                    "USD", "$", "CAD", "$", "AUD", "$", "NZD", "$", "SGD", "$", "HKD", "$", "EUR",
                    "€", "GBP", "£", "JPY", "¥", "CNY", "¥");

    private static final Pattern SHAPE =
            Pattern.compile("(?:([$€£¥])|([A-Z]{3}) )?([\\d.,]+)([A-Za-z]?)(/month)?");
    private static final Pattern NUMBER = Pattern.compile("(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    @Override
    public BigDecimal of(String text) {
        var shape = SHAPE.matcher(text);
        if (text.startsWith("-")) {
            throw new Refused(quoted(text) + " is negative: an amount is 0 or more, e.g. 50K");
        }
        if (!shape.matches()) {
            throw new Refused(quoted(text) + " is not an amount: write 50K, 1.2M or 50,000.00");
        }
        if (shape.group(5) != null && !monthly) {
            throw new Refused(quoted(text) + " is not per month here: write it without /month");
        }
        checkSign(text, shape.group(1), shape.group(2));
        var amount = number(text, shape.group(3)).scaleByPowerOfTen(power(text, shape.group(4)));
        if (amount.compareTo(LARGEST) >= 0) {
            throw new Refused(quoted(text) + " is too large: amounts are below 1,000,000,000M");
        }
        return amount;
    }

    /// Digits, perhaps grouped, perhaps with decimals.
    ///
    /// @param text what they are part of
    static BigDecimal number(String text, String digits) {
        if (!NUMBER.matcher(digits).matches()) {
            throw new Refused(
                    quoted(text)
                            + " is not a number: a comma groups thousands and a point starts"
                            + " decimals, e.g. 50,000.00");
        }
        if (AMBIGUOUS.matcher(digits).matches()) {
            throw new Refused(
                    "%s may be read as %s or as about %s: write it without the point or with two"
                                    .formatted(
                                            quoted(text),
                                            text.replace(".", ""),
                                            text.replaceFirst("\\.\\d{3}", ""))
                            + " decimals");
        }
        return new BigDecimal(digits.replace(",", ""));
    }

    private void checkSign(String text, String sign, String code) {
        if (currency.isEmpty()) {
            return;
        }
        boolean ours = sign == null || sign.equals(SIGNS.get(currency));
        if (!ours || (code != null && !code.equals(currency))) {
            throw new Refused(
                    quoted(text)
                            + " is in another currency than the plan's "
                            + currency
                            + ": convert it and write the number alone, e.g. 50K");
        }
    }

    private static int power(String text, String suffix) {
        return switch (suffix) {
            case "" -> 0;
            case "K", "k" -> 3;
            case "M" -> 6;
            case "B" -> 9;
            default ->
                    throw new Refused(
                            quoted(text)
                                    + " ends in an unknown \""
                                    + suffix
                                    + "\": K is thousand, M million, B billion, e.g. 50K");
        };
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
