package dev.glidepath.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.collect.charges.Charges;
import dev.glidepath.core.cost.ChargeGroup;

import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/// All groups, a line each, sorted: totals can be the same where groups are not.
final class Dump {

    private Dump() {}

    static List<String> of(Charges charges) {
        return charges.periods().entrySet().stream()
                .flatMap(
                        period ->
                                period.getValue().groups().stream()
                                        .map(group -> period.getKey() + " " + line(group)))
                .sorted()
                .toList();
    }

    /// Only what differs is worth reading.
    static void assertSame(Charges found, Charges wanted) {
        var one = of(found);
        var other = of(wanted);
        assertThat(without(one, other).stream().limit(3))
                .as(
                        "Athena's groups that DuckDB has not; DuckDB has %s",
                        without(other, one).stream().limit(3).toList())
                .isEmpty();
        assertThat(without(other, one).stream().limit(3))
                .as("DuckDB's groups that Athena has not")
                .isEmpty();
        assertThat(one).hasSameSizeAs(other);
        assertThat(found.format()).isEqualTo(wanted.format());
        assertThat(found.files()).isEqualTo(wanted.files());
        assertThat(found.periods().keySet()).isEqualTo(wanted.periods().keySet());
        found.periods()
                .forEach(
                        (month, period) ->
                                assertThat(period.totals())
                                        .isEqualTo(wanted.period(month).totals()));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        var known = new HashSet<>(others);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }

    private static String line(ChargeGroup group) {
        var d = group.dimensions();
        return String.join(
                " | ",
                List.of(
                        group.days().toString(),
                        d.currency(),
                        d.service().toString(),
                        d.subAccount().toString(),
                        String.valueOf(d.region()),
                        d.charge().toString(),
                        new TreeMap<>(d.labels()).toString(),
                        group.amounts().toString(),
                        String.valueOf(group.quantity()),
                        String.valueOf(group.rows())));
    }
}
