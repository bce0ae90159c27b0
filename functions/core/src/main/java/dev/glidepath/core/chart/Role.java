package dev.glidepath.core.chart;

import java.util.Locale;

/// What a shape stands for, and with it how it looks. Colours are `#rrggbb`, and none is
/// transparent, so that they are the same on any ground.
public enum Role {
    /// What the forecast says with a chance of four in five.
    BAND("#d3e1ee", "#274765", 0, 0),
    GRID("#d5dde5", "#334050", 8, 0),
    /// The last day whose cost is known.
    NOW("#7b8b9b", "#7b8b9b", 10, 50),
    /// What the plan allows.
    PATH("#5b6b7b", "#a3b1bf", 22, 0),
    FORECAST("#2f6fab", "#6aa8e0", 22, 70),
    ACTUAL("#2f6fab", "#6aa8e0", 32, 0),
    /// May still move.
    PROVISIONAL("#2f6fab", "#6aa8e0", 24, 30),
    /// Is estimated by somebody else, until there is a bill.
    ESTIMATED("#8a5a00", "#e0b060", 24, 30),
    POINT("#2f6fab", "#6aa8e0", 0, 0),
    /// Of what may still move.
    OPEN_POINT("#2f6fab", "#6aa8e0", 16, 0),
    /// Of what is estimated.
    ESTIMATED_POINT("#8a5a00", "#e0b060", 16, 0),
    MILESTONE("#d97706", "#f59e0b", 0, 0),
    TEXT("#5b6b7b", "#a3b1bf", 0, 0);

    private final String light;
    private final String dark;
    private final int stroke;
    private final int dash;

    Role(String light, String dark, int stroke, int dash) {
        this.light = light;
        this.dark = dark;
        this.stroke = stroke;
        this.dash = dash;
    }

    /// Its colour on white.
    public String light() {
        return light;
    }

    /// Its colour on dark.
    public String dark() {
        return dark;
    }

    /// How thick its line is; 0 for what is filled.
    public int stroke() {
        return stroke;
    }

    /// The length of its dashes and of what is between them; 0 for a line without.
    public int dash() {
        return dash;
    }

    /// Of its shapes in SVG.
    public String style() {
        return "chart-" + name().toLowerCase(Locale.ROOT);
    }
}
