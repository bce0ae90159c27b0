package dev.glidepath.core.assess;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// The median of the slopes between all pairs of points: a spike does not bend it.
final class TheilSen {

    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private TheilSen() {}

    record Point(int x, BigDecimal y) {}

    /// @param points at least two, with different `x`
    static BigDecimal slope(List<Point> points) {
        var slopes = new ArrayList<BigDecimal>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                var run = BigDecimal.valueOf(points.get(j).x() - (long) points.get(i).x());
                var rise = points.get(j).y().subtract(points.get(i).y());
                slopes.add(rise.divide(run, PRECISION));
            }
        }
        slopes.sort(null);
        int middle = slopes.size() / 2;
        return slopes.size() % 2 == 1
                ? slopes.get(middle)
                : slopes.get(middle - 1).add(slopes.get(middle)).divide(BigDecimal.TWO, PRECISION);
    }
}
