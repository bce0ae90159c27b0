package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.ChargeGroup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is large is read with fewer words.
class LargeFileTest {

    private static final int ROWS = 300_000;

    /// Tags in each of their spellings, in either map, empty, and none at all.
    private static final String TAGS =
            """
            CASE i % 6 WHEN 0 THEN MAP {'user:team': 'a'} WHEN 1 THEN MAP {'user_team': 'b'}
                WHEN 2 THEN MAP {'team': '', 'user_team': 'b'} WHEN 3 THEN MAP {'other': 'a'}
                ELSE MAP {} END""";

    @TempDir Path folder;

    @Test
    void everySpellingThatOccursIsFound() throws Exception {
        var groups = groups("0.25", TAGS, "tag:team", "tag:nowhere");

        assertThat(Files.size(folder.resolve("bill.parquet"))).isGreaterThan(16 << 20);
        assertThat(groups)
                .extracting(g -> g.dimensions().labels().getOrDefault("tag:team", "-"))
                .containsExactlyInAnyOrder("a", "b", "-");
        assertThat(groups)
                .allSatisfy(
                        g -> {
                            assertThat(g.dimensions().labels()).doesNotContainKey("tag:nowhere");
                            assertThat(g.amounts().billed())
                                    .isEqualByComparingTo(
                                            new BigDecimal("0.25")
                                                    .multiply(BigDecimal.valueOf(g.rows())));
                        });
        assertThat(groups.stream().mapToLong(ChargeGroup::rows).sum()).isEqualTo(ROWS);
    }

    /// Statistics say which spellings there cannot be.
    @Test
    void theOnlySpellingIsFoundWithoutALook() throws Exception {
        var groups = groups("0.25", "MAP {'user_env': 'e', 'user_team': 't' || i % 2}", "tag:team");

        assertThat(groups)
                .extracting(g -> g.dimensions().labels().get("tag:team"))
                .containsExactlyInAnyOrder("t0", "t1");
        assertThat(groups.stream().mapToLong(ChargeGroup::rows).sum()).isEqualTo(ROWS);
    }

    /// The largest may have been cut off.
    @ParameterizedTest
    @CsvSource({"b,true", "bz,true", "c,true", "ca,true", "a,false", "d,false", "\uFFFD,false"})
    void keysAreComparedByTheirBytes(String key, boolean may) {
        var map = new Column("Tags", "\"Tags\"", "MAP(VARCHAR, VARCHAR)");

        assertThat(map.withKeysBetween("b", "c").mayHave(key)).isEqualTo(may);
        assertThat(map.withKeysBetween("\uFFFD", "\uD83D\uDE00").mayHave("\uFFFD")).isTrue();
    }

    @Test
    void amountsOfAllLengthsAreOneExactSum() {
        var billed =
                """
                CASE i % 5 WHEN 0 THEN 0.1 WHEN 1 THEN 1234567.891 WHEN 2 THEN 1e-20
                    WHEN 3 THEN -3000.000000001 ELSE 1e30 END::DOUBLE""";
        var sum = BigDecimal.ZERO;
        for (var each : List.of("0.1", "1234567.891", "1E-20", "-3000.000000001", "1E+30")) {
            sum = sum.add(new BigDecimal(each));
        }

        assertThat(groups(billed, TAGS))
                .singleElement()
                .satisfies(g -> assertThat(g.rows()).isEqualTo(ROWS))
                .extracting(g -> g.amounts().billed())
                .isEqualTo(sum.multiply(BigDecimal.valueOf(ROWS / 5)).stripTrailingZeros());
    }

    private List<ChargeGroup> groups(String billed, String tags, String... labels) {
        var query =
                """
                SELECT %s::DOUBLE AS "BilledCost", 1.0::DOUBLE AS "EffectiveCost",
                    'USD' AS "BillingCurrency", TIMESTAMP '2026-05-03' AS "ChargePeriodStart",
                    TIMESTAMP '2026-05-04' AS "ChargePeriodEnd", 'Usage' AS "ChargeCategory",
                    md5(i::VARCHAR) || md5('x' || i) AS "ResourceId", %s AS "Tags"
                FROM range(%d) numbers (i)"""
                        .formatted(billed, tags, ROWS);
        var period = new Bill(folder).parquet(query, labels).periods().values().iterator().next();
        return period.groups();
    }
}
