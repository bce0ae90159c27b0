package dev.glidepath.core.plan;

import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.Measure.Unit.Kind;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/// A measure's value, whose unit is in how it is written: `99.5%`, `2.5 hours`, `14 days`, `$180`,
/// `8.5/10`, `10x`, `weekly`, `3 per week`, `1,000`.
record ValueForm(String currency) implements Form<ValueForm.Value> {

    private static final Pattern UNIT =
            Pattern.compile("([\\d.,]+) ?(%|hours?|days?|/10|x|per week|)");
    private static final Pattern MONEY = Pattern.compile("([$€£¥]|[A-Z]{3} ).*");

    record Value(Kind kind, BigDecimal number) {
        Value {
            number = Money.normalise(number);
        }
    }

    @Override
    public Value of(String text) {
        var unit = UNIT.matcher(text);
        if (MONEY.matcher(text).matches()) {
            return new Value(Kind.MONEY, new AmountForm(currency, false).of(text));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "daily" -> new Value(Kind.PER_WEEK, BigDecimal.valueOf(7));
            case "weekly" -> new Value(Kind.PER_WEEK, BigDecimal.ONE);
            case String _ when unit.matches() -> value(text, unit.group(1), kind(unit.group(2)));
            case String _ ->
                    throw new Refused(
                            "\""
                                    + text
                                    + "\" is not a value: write it with its unit, e.g. 99.5%,"
                                    + " 2.5 hours, 14 days, $180, 8.5/10, 10x, weekly, 3 per week"
                                    + " or 1,000");
        };
    }

    private static Kind kind(String unit) {
        return switch (unit) {
            case "%" -> Kind.PERCENT;
            case "hour", "hours" -> Kind.HOURS;
            case "day", "days" -> Kind.DAYS;
            case "/10" -> Kind.SCORE;
            case "x" -> Kind.MULTIPLE;
            case "per week" -> Kind.PER_WEEK;
            default -> Kind.COUNT;
        };
    }

    private static Value value(String text, String digits, Kind kind) {
        var number =
                kind != Kind.COUNT && digits.matches("\\d+\\.\\d+")
                        ? new BigDecimal(digits)
                        : AmountForm.number(text, digits);
        if (kind == Kind.SCORE && number.compareTo(BigDecimal.TEN) > 0) {
            throw new Refused("\"" + text + "\" is more than ten of ten: write it like 8.5/10");
        }
        if (number.precision() > 18) {
            throw new Refused("\"" + text + "\" has too many digits: write at most 18");
        }
        return new Value(kind, number);
    }
}
