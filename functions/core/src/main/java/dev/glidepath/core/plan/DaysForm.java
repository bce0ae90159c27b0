package dev.glidepath.core.plan;

import java.util.regex.Pattern;

/// A length of time in whole days: `28 days`, `4 weeks`, `90D`.
final class DaysForm {

    private static final Pattern LENGTH = Pattern.compile("([1-9]\\d{0,3}) ?(D|days?|weeks?)");
    private static final int LONGEST = 455;

    private DaysForm() {}

    static int of(String text) {
        var length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw new Form.Refused(
                    "\"" + text + "\" is not a number of days: write it like 28 days or 4 weeks");
        }
        int days = Integer.parseInt(length.group(1)) * (length.group(2).startsWith("week") ? 7 : 1);
        if (days > LONGEST) {
            throw new Form.Refused(
                    "\"" + text + "\" is longer than metrics are kept: write at most 455 days");
        }
        return days;
    }
}
