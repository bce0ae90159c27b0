package dev.glidepath.local.architecture;

import static dev.glidepath.local.architecture.House.ALL;
import static dev.glidepath.local.architecture.House.BAD;
import static dev.glidepath.local.architecture.House.CORE;
import static dev.glidepath.local.architecture.House.EXAMPLES;
import static dev.glidepath.local.architecture.House.LOCAL;
import static dev.glidepath.local.architecture.House.PLAN;
import static dev.glidepath.local.architecture.House.RUNTIME;
import static dev.glidepath.local.architecture.House.SHIPPED;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;

import dev.glidepath.local.architecture.bad.CostHelper;
import dev.glidepath.local.architecture.bad.CountsInDoubles;
import dev.glidepath.local.architecture.bad.FetchesAnAddress;
import dev.glidepath.local.architecture.bad.KnowsAnotherModule;
import dev.glidepath.local.architecture.bad.KnowsTheClock;
import dev.glidepath.local.architecture.bad.Logs;
import dev.glidepath.local.architecture.bad.NeedsALibrary;
import dev.glidepath.local.architecture.bad.OpensItsOwnTable;
import dev.glidepath.local.architecture.bad.ReadsAFile;
import dev.glidepath.local.architecture.bad.ReadsTheEnvironment;
import dev.glidepath.local.architecture.bad.RollsDice;
import dev.glidepath.local.architecture.bad.UsesOldDates;
import dev.glidepath.local.architecture.bad.util.Misplaced;
import dev.glidepath.runtime.Trigger;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

class ArchitectureTest {

    private static final String AWS = "software.amazon.awssdk";
    private static final String DYNAMODB_LOCAL = "software.amazon.dynamodb";
    private static final String YAML = "org.snakeyaml.engine";

    @Test
    void everyModuleIsLookedAt() {
        var seen = new TreeSet<String>();
        SHIPPED.forEach(type -> seen.add(House.moduleOf(type)));
        assertThat(seen).isEqualTo(House.modules());
    }

    @Test
    void coreDependsOnJavaAlone() {
        var outsideThePlan =
                SHIPPED.that(
                        DescribedPredicate.describe(
                                "outside the plan", type -> !type.getPackageName().equals(PLAN)));
        Rules.dependsOnlyOnJavaAnd(CORE).check(outsideThePlan);
        Rules.dependsOnlyOnJavaAnd(CORE, YAML).check(SHIPPED);
        assertCaught(Rules.dependsOnlyOnJavaAnd(BAD), NeedsALibrary.class);
    }

    @Test
    void coreKnowsNoClock() {
        Rules.knowsNoClock(CORE).check(SHIPPED);
        assertCaught(Rules.knowsNoClock(BAD), KnowsTheClock.class);
    }

    @Test
    void coreKnowsNoChance() {
        Rules.knowsNoChance(CORE).check(SHIPPED);
        assertCaught(Rules.knowsNoChance(BAD), RollsDice.class);
    }

    @Test
    void coreKnowsNoEnvironment() {
        Rules.knowsNoEnvironment(CORE).check(SHIPPED);
        assertCaught(Rules.knowsNoEnvironment(BAD), ReadsTheEnvironment.class);
    }

    @Test
    void coreReadsAndWritesNothing() {
        Rules.readsAndWritesNothing(CORE).check(SHIPPED);
        assertCaught(Rules.readsAndWritesNothing(BAD), ReadsAFile.class);
    }

    @Test
    void functionsFetchNoAddress() {
        for (var function : House.functions()) {
            Rules.fetchesNoAddress(function).check(SHIPPED);
        }
        Rules.fetchesNoAddress(House.RUNTIME).check(SHIPPED);
        Rules.fetchesNoAddress(CORE).check(SHIPPED);
        assertCaught(Rules.fetchesNoAddress(BAD), FetchesAnAddress.class);
    }

    @Test
    void coreLogsNothing() {
        Rules.logsNothing(CORE).check(SHIPPED);
        assertCaught(Rules.logsNothing(BAD), Logs.class);
    }

    @Test
    void coreCountsInDecimals() {
        Rules.countsInDecimals(CORE).check(SHIPPED);
        assertCaught(Rules.countsInDecimals(BAD), CountsInDoubles.class);
    }

    @Test
    void timeIsToldInJavaTime() {
        // An event of the Lambda library has its time in an old type.
        var others =
                SHIPPED.that(
                        DescribedPredicate.describe(
                                "no trigger", type -> !type.isEquivalentTo(Trigger.class)));
        Rules.tellsTimeInJavaTime(ALL).check(others);
        assertCaught(Rules.tellsTimeInJavaTime(BAD), UsesOldDates.class);
    }

    @Test
    void namesSayWhatThingsAre() {
        Rules.namesSayWhatThingsAre(ALL).check(SHIPPED);
        assertCaught(Rules.namesSayWhatThingsAre(BAD), CostHelper.class);
        assertCaught(Rules.namesSayWhatThingsAre(BAD), Misplaced.class);
    }

    @Test
    void functionsKnowNoOtherFunction() {
        for (var function : House.functions()) {
            Rules.isKnownOnlyBy(function, knowing(function)).check(SHIPPED);
        }
        assertCaught(Rules.isKnownOnlyBy(CORE, List.of(CORE)), KnowsAnotherModule.class);
    }

    /// The doctor looks at exports with the eyes of what collects them.
    private static List<String> knowing(String function) {
        return function.equals(House.module("collect"))
                ? List.of(function, LOCAL, House.module("doctor"))
                : List.of(function, LOCAL);
    }

    @Test
    void whatFunctionsStartWithKnowsNone() {
        Rules.dependsOnlyOnJavaAnd(RUNTIME, CORE, AWS, "com.amazonaws", "org.joda").check(SHIPPED);
    }

    @Test
    void nothingKnowsTheLocalCommand() {
        Rules.isKnownOnlyBy(LOCAL, List.of(LOCAL)).check(SHIPPED);
    }

    /// Its licence allows local use, not shipping in a function.
    @Test
    void onlyTheEmbeddedTableKnowsDynamoDbLocal() {
        var embedded = EmbeddedTable.class.getPackageName();
        Rules.isKnownOnlyBy(DYNAMODB_LOCAL, List.of(embedded)).check(SHIPPED);
        assertThat(
                        Rules.isKnownOnlyBy(DYNAMODB_LOCAL, List.of(CORE))
                                .evaluate(SHIPPED)
                                .hasViolation())
                .isTrue();
        assertCaught(
                Rules.isKnownOnlyBy(DYNAMODB_LOCAL, List.of(embedded)), OpensItsOwnTable.class);
    }

    @Test
    void adaptersKnowAws() {
        assertThat(Rules.isKnownOnlyBy(AWS, List.of(CORE)).evaluate(SHIPPED).hasViolation())
                .isTrue();
    }

    @Test
    void onlyAdaptersKnowAws() {
        var adapters = new ArrayList<>(House.functions());
        adapters.addAll(List.of(House.module("store"), RUNTIME, LOCAL));
        Rules.isKnownOnlyBy(AWS, adapters).check(SHIPPED);
    }

    /// A rule that cannot fail checks nothing.
    private static void assertCaught(ArchRule rule, Class<?> example) {
        assertThat(rule.evaluate(EXAMPLES).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(example.getName()));
    }
}
