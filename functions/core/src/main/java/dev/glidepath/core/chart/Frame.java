package dev.glidepath.core.chart;

/// How large a drawing is, and how much of it is left around the plot for its labels.
public record Frame(int width, int height, Margins margins) {

    private static final int WIDEST_DAY = 650;

    /// @param left of the plot, and so on
    public record Margins(int left, int top, int right, int bottom) {}

    public Frame {
        if (width <= margins.left() + margins.right()
                || height <= margins.top() + margins.bottom()) {
            throw new IllegalArgumentException("no room for a plot in " + width + " × " + height);
        }
    }

    /// With labels around the plot.
    public static Frame labelled(int width, int height) {
        return new Frame(width, height, new Margins(620, 260, 200, 320));
    }

    /// For a picture whose labels stand beside it.
    public static Frame bare(int width, int height) {
        return new Frame(width, height, new Margins(70, 70, 70, 70));
    }

    /// Of days that can be labelled side by side.
    int mostMarks() {
        return Math.max(1, (right() - left()) / WIDEST_DAY);
    }

    int left() {
        return margins.left();
    }

    int right() {
        return width - margins.right();
    }

    int top() {
        return margins.top();
    }

    int bottom() {
        return height - margins.bottom();
    }
}
