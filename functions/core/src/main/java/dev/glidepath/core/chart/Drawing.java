package dev.glidepath.core.chart;

import java.util.List;

/// Shapes in the order in which they are drawn, ten units to a pixel.
public record Drawing(int width, int height, List<Shape> shapes) {

    public static final int UNITS_PER_PIXEL = 10;

    public Drawing {
        shapes = List.copyOf(shapes);
    }
}
