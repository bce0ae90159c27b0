package dev.glidepath.core.chart;

import java.util.List;

/// One thing that is drawn.
public sealed interface Shape {

    Role role();

    record Polyline(Role role, List<Spot> spots) implements Shape {
        public Polyline {
            spots = List.copyOf(spots);
        }
    }

    record Polygon(Role role, List<Spot> spots) implements Shape {
        public Polygon {
            spots = List.copyOf(spots);
        }
    }

    record Circle(Role role, Spot centre, int radius) implements Shape {}

    /// @param at the text's baseline, where the anchor is
    record Label(Role role, Spot at, Anchor anchor, String text) implements Shape {}

    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
