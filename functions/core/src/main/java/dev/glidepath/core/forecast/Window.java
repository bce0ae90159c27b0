package dev.glidepath.core.forecast;

/// Days ahead: 0 is the first day after the history, `end` is exclusive.
public record Window(int from, int end) {

    static final int WEEK = 7;

    public Window {
        if (from < 0 || from >= end) {
            throw new IllegalArgumentException("no day ahead between " + from + " and " + end);
        }
    }

    /// The `days` days up to the one that is `lead` days after the history; fewer when some of them
    /// are in the history.
    public static Window upTo(int lead, int days) {
        return new Window(Math.max(0, lead - days), lead);
    }

    public int count() {
        return end - from;
    }

    boolean isFar() {
        return end > WEEK;
    }

    Window aWeekNearer() {
        return new Window(Math.max(0, from - WEEK), end - WEEK);
    }
}
