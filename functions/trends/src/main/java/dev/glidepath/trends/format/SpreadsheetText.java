package dev.glidepath.trends.format;

/// Text that no spreadsheet takes for a formula, after OWASP's "CSV Injection": what begins with
/// one of `= + - @`, their full-width forms, a tab or a line break gets an apostrophe in front.
/// Blanks and invisible characters before such a character do not hide it.
final class SpreadsheetText {

    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠";
    private static final String BREAKS = "\t\r\n";

    private SpreadsheetText() {}

    static String of(String text) {
        int first = text.codePoints().dropWhile(SpreadsheetText::isUnseen).findFirst().orElse(' ');
        boolean breaks = !text.isEmpty() && BREAKS.indexOf(text.charAt(0)) >= 0;
        return breaks || BEGINS_A_FORMULA.indexOf(first) >= 0 ? "'" + text : text;
    }

    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
