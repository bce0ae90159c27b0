package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The median of the slopes between all pairs of points: a spike does not bend it.
final class TheilSen {

    private TheilSen() {}

    record Point(int x, BigDecimal y) {}

    /// @param groups points with different `x`; only those of one group are paired, so that a step
    ///   between two groups is no slope
    static List<BigDecimal> slopes(List<List<Point>> groups) {
        var slopes = new ArrayList<BigDecimal>();
        for (var points : groups) {
            for (int i = 0; i < points.size(); i++) {
                for (int j = i + 1; j < points.size(); j++) {
                    var run = BigDecimal.valueOf(points.get(j).x() - (long) points.get(i).x());
                    var rise = points.get(j).y().subtract(points.get(i).y());
                    slopes.add(rise.divide(run, Ranks.PRECISION));
                }
            }
        }
        return slopes;
    }
}
