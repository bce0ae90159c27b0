package dev.glidepath.core.chart;

import dev.glidepath.core.chart.Shape.Circle;
import dev.glidepath.core.chart.Shape.Label;
import dev.glidepath.core.chart.Shape.Polygon;
import dev.glidepath.core.chart.Shape.Polyline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a drawing as an SVG element that can stand in a page. It has its colours with it; the
/// page's style sheet takes [#style] in to have them on dark too.
public final class Svg {

    private Svg() {}

    /// @param id unique in the page; letters, digits and hyphens
    /// @param title what it is
    /// @param description what it says, for who does not see it
    public static String of(Drawing drawing, String id, String title, String description) {
        var shapes = drawing.shapes().stream().map(Svg::shape).collect(Collectors.joining("\n"));
        return """
        <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 %1$s %2$s" role="img" aria-labelledby="%3$s-title %3$s-desc" font-size="120" font-family="sans-serif">
        <title id="%3$s-title">%4$s</title>
        <desc id="%3$s-desc">%5$s</desc>
        %6$s
        </svg>
        """
                .formatted(
                        drawing.width(),
                        drawing.height(),
                        escaped(id),
                        escaped(title),
                        escaped(description),
                        shapes);
    }

    /// For a page that may be read on dark.
    public static String style() {
        return "@media (prefers-color-scheme:dark){" + dark() + "}";
    }

    /// For one that is dark.
    public static String dark() {
        return Arrays.stream(Role.values()).map(Svg::onDark).collect(Collectors.joining());
    }

    private static String onDark(Role role) {
        var selector = "." + role.style();
        var colour = role.dark();
        return "%1$s{%2$s:%3$s}".formatted(selector, role.stroke() > 0 ? "stroke" : "fill", colour);
    }

    private static String shape(Shape shape) {
        return switch (shape) {
            case Polyline(var role, var spots) ->
                    "<polyline%s points=\"%s\"/>".formatted(look(role), points(spots));
            case Polygon(var role, var spots) ->
                    "<polygon%s points=\"%s\"/>".formatted(look(role), points(spots));
            case Circle(var role, var centre, int radius) ->
                    "<circle%s cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                            .formatted(look(role), centre.x(), centre.y(), radius);
            case Label(var role, var at, var anchor, var text) ->
                    "<text%s x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                            .formatted(
                                    look(role),
                                    at.x(),
                                    at.y(),
                                    anchor.name().toLowerCase(Locale.ROOT),
                                    escaped(text));
        };
    }

    private static String look(Role role) {
        var colour = role.light();
        if (role.stroke() == 0) {
            return " class=\"%s\" fill=\"%s\"".formatted(role.style(), colour);
        }
        var dash = role.dash() == 0 ? "" : " stroke-dasharray=\"%s\"".formatted(role.dash());
        return " class=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s"
                .formatted(role.style(), colour, role.stroke(), dash);
    }

    private static String points(List<Spot> spots) {
        return spots.stream().map(s -> s.x() + "," + s.y()).collect(Collectors.joining(" "));
    }

    /// Characters that XML has not are left out.
    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().filter(Svg::isXml).forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(c);
        }
    }

    private static boolean isXml(int c) {
        boolean control = c < 0x20 || (c >= 0x7f && c < 0xa0);
        boolean surrogate = c >= 0xd800 && c < 0xe000;
        return !control && !surrogate && c != 0xfffe && c != 0xffff;
    }
}
