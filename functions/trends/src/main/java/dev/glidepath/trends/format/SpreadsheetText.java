package dev.glidepath.trends.format;

/// Text that no spreadsheet takes for a formula, after OWASP's "CSV Injection": what begins with one
/// of `= + - @`, their full-width forms, a tab or a line break gets an apostrophe in front. Blanks
/// before such a character do not hide it.
final class SpreadsheetText {

    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠";
    private static final String BREAKS = "\t\r\n";

    private SpreadsheetText() {}

    static String of(String text) {
        var seen = text.stripLeading();
        boolean breaks = !text.isEmpty() && BREAKS.indexOf(text.charAt(0)) >= 0;
        boolean formula = !seen.isEmpty() && BEGINS_A_FORMULA.indexOf(seen.charAt(0)) >= 0;
        return breaks || formula ? "'" + text : text;
    }
}
