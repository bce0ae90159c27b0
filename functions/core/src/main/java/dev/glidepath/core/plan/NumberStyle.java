package dev.glidepath.core.plan;

/// How numbers are written; of no language.
///
/// The example is its name in the plan.
public enum NumberStyle {
    COMMA_POINT("1,234.56", ',', '.'),
    POINT_COMMA("1.234,56", '.', ','),
    /// Groups are apart by a space that does not break.
    SPACE_COMMA("1 234,56", '\u00a0', ','),
    APOSTROPHE_POINT("1'234.56", '\'', '.');

    private final String example;
    private final char grouping;
    private final char decimal;

    NumberStyle(String example, char grouping, char decimal) {
        this.example = example;
        this.grouping = grouping;
        this.decimal = decimal;
    }

    public String example() {
        return example;
    }

    public char grouping() {
        return grouping;
    }

    public char decimal() {
        return decimal;
    }
}
