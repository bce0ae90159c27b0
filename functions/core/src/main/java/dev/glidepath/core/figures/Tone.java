package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Standing;

import java.math.BigDecimal;

/// How good something is, as a colour that holds on light and on dark; words always say it too.
public enum Tone {
    GOOD("#15803d", "good"),
    BAD("#c2410c", "bad"),
    NEUTRAL("#52667a", "flat"),
    UNKNOWN("#a16207", "unknown");

    private final String colour;
    private final String style;

    Tone(String colour, String style) {
        this.colour = colour;
        this.style = style;
    }

    public String colour() {
        return colour;
    }

    /// The class by which the dark scheme finds it.
    public String style() {
        return style;
    }

    /// Of a cost that became another one.
    public static Tone of(BigDecimal change) {
        return switch (change.signum()) {
            case 1 -> BAD;
            case -1 -> GOOD;
            default -> NEUTRAL;
        };
    }

    public static Tone of(Standing standing) {
        return switch (standing) {
            case Standing.Measured measured ->
                    switch (measured.status()) {
                        case AHEAD, MET -> GOOD;
                        case ON_TRACK -> NEUTRAL;
                        case BEHIND -> BAD;
                    };
            case Standing.NoTarget _ -> NEUTRAL;
            case Standing.NotEnoughData _ -> UNKNOWN;
        };
    }
}
