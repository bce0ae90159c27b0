package dev.glidepath.core.figures;

import static dev.glidepath.core.figures.Assessed.DOLLARS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Movers.Change;
import dev.glidepath.core.assess.Movers.Compared;
import dev.glidepath.core.assess.Movers.Mover;
import dev.glidepath.core.assess.Movers.Others;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

class MoverLineTest {

    private static final List<Mover> TOP =
            List.of(
                    new Mover("AWS", "EC2", List.of("Compute", "Data", "Rest"), change("10", "30")),
                    new Mover(null, null, List.of("Compute"), change("5.4", "0.4")));

    @Test
    void roundedLinesAddUpToTheRoundedTotal() {
        var lines = lines(3);
        assertThat(lines).extracting(MoverLine::isTotal).containsExactly(false, false, false, true);
        assertThat(sum(lines.subList(0, 3).stream().map(MoverLine::before).toList()))
                .isEqualByComparingTo("21")
                .isEqualByComparingTo(lines.getLast().before());
        assertThat(sum(lines.subList(0, 3).stream().map(MoverLine::change).toList()))
                .isEqualByComparingTo("16")
                .isEqualByComparingTo(lines.getLast().change());
    }

    @Test
    void saysWhereAMoverLies() {
        assertThat(lines(3))
                .extracting(MoverLine::name)
                .containsExactly("EC2", "(no service name)", "other (3 services)", "Total");
        assertThat(lines(3))
                .extracting(MoverLine::under)
                .containsExactly("AWS · Compute and 2 more", "Compute", "", "");
        assertThat(lines(1)).extracting(MoverLine::name).contains("other (1 service)");
    }

    private static List<MoverLine> lines(int others) {
        return MoverLine.of(
                new Compared(
                        TOP,
                        new Others(others, change("5.4", "6.4")),
                        change("20.8", "36.8"),
                        BigDecimal.ONE),
                DOLLARS);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Change change(String before, String after) {
        return new Change(new BigDecimal(before), new BigDecimal(after));
    }
}
