package dev.glidepath.local.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.local.scale.Metered.Use;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the table is asked for follows from the days that changed and the days that are looked at,
/// not from what lies in it. The same laws at another size: `-Dscale.accounts=200
/// -Dscale.services=60 -Dscale.categories=8 -Dscale.months=36`.
class StoreAtScaleTest {

    private static final int ACCOUNTS = Integer.getInteger("scale.accounts", 12);
    private static final int SERVICES = Integer.getInteger("scale.services", 5);
    private static final int CATEGORIES = Integer.getInteger("scale.categories", 3);
    private static final int MONTHS = Integer.getInteger("scale.months", 12);
    private static final int FEW_MONTHS = 7;

    /// DynamoDB takes no larger item, names included.
    private static final long LARGEST = 400 * 1024;

    /// The statement, the revision, and the pointer to it.
    private static final int BESIDE_DAYS = 3;

    /// Five weeks, the four before the plan's start, and two weeks for the workbook.
    private static final int DAYS_OF_DETAIL = 35 + 28 + 14;

    private static final EmbeddedTable DATABASE = EmbeddedTable.inMemory();
    private static Map<String, Use> small = new HashMap<>();
    private static Map<String, Use> older = new HashMap<>();
    private static Map<String, Use> larger = new HashMap<>();

    @BeforeAll
    static void measured() {
        small = measured("small", 2, FEW_MONTHS);
        older = measured("older", 2, MONTHS);
        larger = measured("larger", ACCOUNTS, FEW_MONTHS);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Map<String, Use> measured(String name, int accounts, int months) {
        var of = new Organisation(accounts, SERVICES, CATEGORIES);
        var uses = Loads.inOwnTable(DATABASE.client(), name, of).measured(months);
        System.out.printf("%s: %,d lines a day, %d months%n", name, of.lines(), months);
        uses.forEach((what, use) -> System.out.printf("  %-20s %s%n", what, use));
        return uses;
    }

    @Test
    void aRunWritesTheDaysThatChanged() {
        assertThat(itemsADay(small)).isEqualTo(2);
        assertThat(older.get("daily run")).isEqualTo(small.get("daily run"));
        assertThat(larger.get("daily run").requests())
                .isLessThanOrEqualTo(small.get("daily run").requests() + itemsADay(larger));
    }

    @Test
    void aDigestReadsTheDaysThatItShowsAndTwoItemsOfAMonth() {
        assertThat(older.get("digest").itemsRead() - small.get("digest").itemsRead())
                .isEqualTo(2L * (MONTHS - FEW_MONTHS));
        assertThat(larger.get("digest").itemsRead() - small.get("digest").itemsRead())
                .isEqualTo(DAYS_OF_DETAIL * (itemsADay(larger) - itemsADay(small)));
    }

    @Test
    void aTrendReadsADayOnceAndAHundredAtATime() {
        var all = "trend of all months";
        long days = older.get(all).itemsRead() - small.get(all).itemsRead();
        assertThat(days).isBetween(30L * (MONTHS - FEW_MONTHS), 33L * (MONTHS - FEW_MONTHS));
        assertThat(older.get(all).requests() - small.get(all).requests())
                .isLessThanOrEqualTo(days / 100 + 1);
        assertThat(larger.get(all).itemsRead()).isEqualTo(small.get(all).itemsRead());
    }

    @Test
    void everyItemFits() {
        for (var uses : List.of(small, older, larger)) {
            assertThat(uses.values()).allMatch(use -> use.largest() <= LARGEST);
        }
    }

    /// Of a changed day: its totals, and as many chunks as its detail has.
    private static long itemsADay(Map<String, Use> uses) {
        return (uses.get("daily run").itemsWritten() - BESIDE_DAYS) / Loads.CHANGED_DAYS;
    }
}
