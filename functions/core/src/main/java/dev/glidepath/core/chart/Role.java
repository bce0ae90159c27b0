package dev.glidepath.core.chart;

import java.util.Locale;

/// What a shape stands for, and with it how it looks. Colours are `#rrggbb`, and none is
/// transparent, so that they are the same on any ground.
public enum Role {
    /// What the forecast says with a chance of four in five.
    BAND(new Look("#d3e1ee", "#274765"), 0, 0),
    GRID(new Look("#d5dde5", "#334050"), 8, 0),
    /// The last day whose cost is known.
    NOW(new Look("#7b8b9b", "#7b8b9b"), 10, 50),
    /// What the plan allows.
    PATH(new Look("#5b6b7b", "#a3b1bf"), 22, 0),
    FORECAST(new Look("#2f6fab", "#6aa8e0"), 22, 70),
    ACTUAL(new Look("#2f6fab", "#6aa8e0"), 32, 0),
    /// May still move.
    PROVISIONAL(new Look("#2f6fab", "#6aa8e0"), 24, 30),
    POINT(new Look("#2f6fab", "#6aa8e0"), 0, 0),
    /// Of what may still move.
    OPEN_POINT(new Look("#2f6fab", "#6aa8e0"), 16, 0),
    MILESTONE(new Look("#d97706", "#f59e0b"), 0, 0),
    TEXT(new Look("#5b6b7b", "#a3b1bf"), 0, 0);

    /// A colour on white and one on dark.
    public record Look(String light, String dark) {}

    private final Look look;
    private final int stroke;
    private final int dash;

    Role(Look look, int stroke, int dash) {
        this.look = look;
        this.stroke = stroke;
        this.dash = dash;
    }

    public Look look() {
        return look;
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
