package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.plan.Measure.Stated;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// The file of values beside the shipped plan.
class StatedValuesTest {

    private static final String HEADER = "measure,date,value\n";
    private static final String PLAN =
            Root.text(Root.SHIPPED)
                    .replaceFirst(
                            "\nmeasures:\n", "\nstated values: {file: values.csv}\n\nmeasures:\n");
    private static final int LINE =
            (int) PLAN.substring(0, PLAN.indexOf("values.csv")).lines().count();

    @Test
    void valuesComeAfterThoseOfThePlanInTheOrderOfTheirDays() {
        var plan =
                valid(
                        """
                        Scaling / Customer Capacity,2026-04-01,"2,400"

                        Scaling / Customer Capacity,2026-03-01,2000
                        "Scaling / Customer Capacity",2026-01-01,"1,100"
                        """);

        assertThat(measure(plan, "Customer Capacity").stated())
                .containsExactly(
                        stated("2026-01-01", "1100"),
                        stated("2026-03-01", "2000"),
                        stated("2026-04-01", "2400"));
    }

    @Test
    void anotherFileIsAnotherVersionOfThePlan() {
        var one = valid("Scaling / Team Capacity,2026-04-01,30\n");
        var two = valid("Scaling / Team Capacity,2026-04-01,31\n");

        assertThat(one.id()).isNotEqualTo(two.id());
        assertThat(one.allocation().version()).isEqualTo(two.allocation().version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Scaling / Team Capacty,2026-04-01,30 | unknown measure "Scaling / Team Capacty": did you mean "Scaling / Team Capacity"?
                    Scaling / Team Capacity,1 April,30 | "1 April" is not a day: write year-month-day, e.g. 2026-01-31
                    Scaling / Team Capacity,2025-12-31,30 | 2025-12-31 is before the plan's start: its values count from then
                    Scaling / Team Capacity,2026-04-01,30% | "30%" is a percentage and the measure a plain number: write all in one unit
                    Scaling / Team Capacity,2026-04-01 | a line has three values, measure,date,value, and a quoted one its end
                    "Scaling / Team Capacity,2026-04-01,30 | a line has three values, measure,date,value, and a quoted one its end
                    """)
    void saysWhatIsWrongWithItsLine(String line, String fault) {
        assertThat(faults(HEADER + line + "\n")).contains("values.csv:2: " + fault);
    }

    @Test
    void aDayHasOneValue() {
        var line = "Scaling / Team Capacity,2026-04-01,30\n";

        assertThat(faults(HEADER + line + line))
                .contains(
                        "values.csv:3: a second value of \"Scaling / Team Capacity\" for 2026-04-01");
    }

    @Test
    void aFileOfSomethingElseIsToldOnce() {
        assertThat(faults("name,when\na,b\nc,d\n"))
                .isEqualTo(
                        LINE
                                + ":23: values.csv:1: this is no file of values: its first line is"
                                + " measure,date,value");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        assertThat(faults("\uFEFF" + HEADER + "Scaling / Team Capacity,2026-04-01,30\n")).isEmpty();
    }

    @Test
    void aFileThatIsTooLongIsNotReadAtAll() {
        assertThat(faults(HEADER + "\n".repeat(256 * 1024)))
                .contains("values.csv:1: the file is longer than 256 KiB");
    }

    private static Stated stated(String day, String value) {
        return new Stated(LocalDate.parse(day), new BigDecimal(value));
    }

    private static Measure measure(Plan plan, String name) {
        return plan.scorecard().measures().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Plan valid(String lines) {
        return switch (PlanFile.read(PLAN, _ -> Optional.of(HEADER + lines))) {
            case PlanFile.Valid(var plan, _) -> plan;
            case PlanFile.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static String faults(String file) {
        return switch (PlanFile.read(PLAN, _ -> Optional.of(file))) {
            case PlanFile.Valid _ -> "";
            case PlanFile.Faulty(var faults) ->
                    String.join("\n", faults.stream().map(PlanFile.Fault::toString).toList());
        };
    }
}
