package dev.glidepath.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.forecast.TheilSen.Point;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

class TheilSenTest {

    @Test
    void aSpikeDoesNotBendTheSlope() {
        assertThat(median(points(100, 98, 96, 500, 92, 90, 88))).isEqualByComparingTo("-2");
    }

    @Test
    void aGapInTheWeeksIsCountedAsTime() {
        var points =
                List.of(
                        new Point(0, BigDecimal.TEN),
                        new Point(1, BigDecimal.valueOf(13)),
                        new Point(5, BigDecimal.valueOf(25)));
        assertThat(median(points)).isEqualByComparingTo("3");
    }

    @Test
    void aStepBetweenTwoGroupsIsNoSlope() {
        assertThat(TheilSen.slopes(List.of(points(100, 101, 102), points(500, 501))))
                .hasSize(4)
                .allMatch(slope -> slope.compareTo(BigDecimal.ONE) == 0);
    }

    private static BigDecimal median(List<Point> points) {
        return Ranks.median(TheilSen.slopes(List.of(points)));
    }

    private static List<Point> points(long... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Point(i, BigDecimal.valueOf(values[i])))
                .toList();
    }
}
