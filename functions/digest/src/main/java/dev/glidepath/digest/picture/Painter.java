package dev.glidepath.digest.picture;

import dev.glidepath.core.chart.Drawing;
import dev.glidepath.core.chart.Role;
import dev.glidepath.core.chart.Shape;
import dev.glidepath.core.chart.Spot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Paints a drawing as PNG, on white and at twice the density of a plain screen. Labels are left
/// out: shapes need no fonts, and a function's Java may have none.
public final class Painter {

    private static final int DENSITY = 2;
    private static final double SCALE = (double) DENSITY / Drawing.UNITS_PER_PIXEL;

    private static final Set<Integer> COLOURS =
            Stream.concat(Stream.of(Color.WHITE), Arrays.stream(Role.values()).map(Painter::colour))
                    .map(c -> c.getRGB() & 0xffffff)
                    .collect(Collectors.toUnmodifiableSet());

    private final Graphics2D graphics;

    private Painter(Graphics2D graphics) {
        this.graphics = graphics;
    }

    public static byte[] png(Drawing drawing) {
        var image =
                new BufferedImage(
                        (int) (drawing.width() * SCALE),
                        (int) (drawing.height() * SCALE),
                        BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(SCALE, SCALE);
            drawing.shapes().forEach(new Painter(graphics)::paint);
        } finally {
            graphics.dispose();
        }
        return PalettePng.of(image, COLOURS);
    }

    private void paint(Shape shape) {
        switch (shape) {
            case Shape.Polyline(var role, var spots) -> paint(role, path(spots));
            case Shape.Polygon(var role, var spots) -> {
                var outline = path(spots);
                outline.closePath();
                paint(role, outline);
            }
            case Shape.Circle(var role, var centre, int radius) ->
                    paint(
                            role,
                            new Ellipse2D.Double(
                                    centre.x() - radius,
                                    centre.y() - radius,
                                    2.0 * radius,
                                    2.0 * radius));
            case Shape.Label _ -> {}
        }
    }

    private void paint(Role role, java.awt.Shape shape) {
        graphics.setColor(colour(role));
        if (role.stroke() == 0) {
            graphics.fill(shape);
        } else {
            graphics.setStroke(stroke(role));
            graphics.draw(shape);
        }
    }

    private static Color colour(Role role) {
        return Color.decode(role.light());
    }

    private static BasicStroke stroke(Role role) {
        return role.dash() == 0
                ? new BasicStroke(role.stroke(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(
                        role.stroke(),
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {role.dash()},
                        0);
    }

    private static Path2D path(List<Spot> spots) {
        var path = new Path2D.Double();
        path.moveTo(spots.getFirst().x(), spots.getFirst().y());
        spots.stream().skip(1).forEach(spot -> path.lineTo(spot.x(), spot.y()));
        return path;
    }
}
