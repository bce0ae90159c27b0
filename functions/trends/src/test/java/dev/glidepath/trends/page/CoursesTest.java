package dev.glidepath.trends.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Provisional;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Series.Kind;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class CoursesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 11);
    private static final Series TOTAL = series(Kind.TOTAL, "Total", "9");
    private static final Series AWS = series(Kind.CATEGORY, "Infrastructure", "5");
    private static final Series OTHER = series(Kind.CATEGORY, "Support", "4");
    private static final Series NONE = series(Kind.CATEGORY, "Operational", "0");

    @Test
    void aCategoryOfWhichNothingIsEstimatedHasNoPoint() {
        assertThat(Courses.estimated(estimate("Infrastructure"), OTHER, List.of(AWS, OTHER)))
                .isEmpty();
        assertThat(Courses.estimated(estimate("Infrastructure"), AWS, List.of(AWS, OTHER)))
                .containsExactly(Map.entry(DAY, BigDecimal.TEN));
    }

    @Test
    void theWholeIsEstimatedWhereAllOfItIsThatCostsSomething() {
        assertThat(Courses.estimated(estimate("Infrastructure"), TOTAL, List.of(AWS, OTHER)))
                .isEmpty();
        assertThat(Courses.estimated(estimate("Infrastructure"), TOTAL, List.of(AWS, NONE)))
                .containsExactly(Map.entry(DAY, BigDecimal.TEN));
        assertThat(
                        Courses.estimated(
                                estimate("Infrastructure", "Support"), TOTAL, List.of(AWS, OTHER)))
                .containsExactly(Map.entry(DAY, new BigDecimal("20")));
    }

    private static Provisional estimate(String... categories) {
        return new Provisional(
                DAY,
                DAY,
                List.of(categories).stream()
                        .map(
                                c ->
                                        new Provisional.Line(
                                                c, new TreeMap<>(Map.of(DAY, BigDecimal.TEN))))
                        .toList(),
                new Provisional.Month(BigDecimal.ZERO, BigDecimal.TEN),
                List.of(),
                Optional.empty());
    }

    private static Series series(Kind kind, String name, String cost) {
        var unknown = new Point(null, null, null);
        return new Series(
                kind, name, "", List.of(new Point(new BigDecimal(cost), null, null), unknown));
    }
}
