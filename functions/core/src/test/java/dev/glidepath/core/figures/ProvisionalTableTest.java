package dev.glidepath.core.figures;

import static dev.glidepath.core.figures.Assessed.DOLLARS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Provisional;
import dev.glidepath.core.assess.Provisional.Line;
import dev.glidepath.core.assess.Provisional.Month;
import dev.glidepath.core.assess.Provisional.Track;
import dev.glidepath.core.figures.ProvisionalTable.Row;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

class ProvisionalTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 11);

    @Test
    void rowsAddUpAndOneOfNothingIsLeftOut() {
        var table = ProvisionalTable.of(provisional(2, List.of(), 0), DOLLARS);
        assertThat(table.title()).isEqualTo("Estimated, 11 May to 12 May");
        assertThat(table.rows())
                .containsExactly(new Row("Compute", "$181", false), new Row("Total", "$181", true));
        assertThat(table.notes())
                .hasSize(2)
                .startsWith("The month to 12 May: $1,000 settled and $201 estimated.");
    }

    @Test
    void oneDayIsNamedOnce() {
        assertThat(ProvisionalTable.days(provisional(1, List.of(), 0))).isEqualTo("11 May");
    }

    @Test
    void codesThatStandForThemselvesAreNamedUpToSix() {
        assertThat(notes(List.of("AmazonNew", "\u202e")))
                .anyMatch(note -> note.endsWith("stand for themselves: AmazonNew, (no code)."));
        assertThat(notes(Collections.nCopies(6, "A")))
                .anyMatch(note -> note.endsWith(": A, A, A, A, A, A."));
        assertThat(notes(Collections.nCopies(8, "A")))
                .anyMatch(note -> note.endsWith(": A, A, A, A, A, A and 2 more."));
    }

    @Test
    void saysHowFarOffEarlierEstimatesWere() {
        assertThat(ProvisionalTable.of(provisional(2, List.of(), 1), DOLLARS).notes().getLast())
                .isEqualTo(
                        "Earlier estimates, held against the bill of 1 day: off by 1.2% a day in"
                                + " the median, by 9.0% at worst (3 May).");
        assertThat(ProvisionalTable.of(provisional(2, List.of(), 9), DOLLARS).notes().getLast())
                .contains("the bill of 9 days:");
    }

    private static List<String> notes(List<String> codes) {
        return ProvisionalTable.of(provisional(2, codes, 0), DOLLARS).notes();
    }

    private static Provisional provisional(int days, List<String> unnamed, int trackedDays) {
        var track =
                new Track(
                        trackedDays,
                        new BigDecimal("0.012"),
                        new BigDecimal("0.09"),
                        LocalDate.of(2026, 5, 3));
        return new Provisional(
                DAY,
                DAY.plusDays(days - 1L),
                List.of(line("Compute", "180.7", days), line("Data", "0.1", days)),
                new Month(new BigDecimal("1000"), new BigDecimal("201")),
                unnamed,
                trackedDays == 0 ? Optional.empty() : Optional.of(track));
    }

    private static Line line(String category, String amount, int days) {
        var amounts = new TreeMap<LocalDate, BigDecimal>();
        for (int i = 0; i < days; i++) {
            amounts.put(DAY.plusDays(i), BigDecimal.ZERO);
        }
        amounts.put(DAY, new BigDecimal(amount));
        return new Line(category, amounts);
    }
}
