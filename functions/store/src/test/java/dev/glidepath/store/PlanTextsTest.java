package dev.glidepath.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshTable.class)
class PlanTextsTest {

    @Test
    void aPlanAndItsValuesAreKeptApartAndAsTheyAre(FreshTable.Tables tables) {
        var table = tables.get();
        var plans = new PlanTexts(table.dynamo(), table.name());
        plans.keepValues("p", "measure,date,value\n");
        plans.keep("p", "\nplan: a\n");
        plans.keep("q", "plan: b");

        assertThat(plans.read("p")).contains("\nplan: a\n");
        assertThat(plans.values("p")).contains("measure,date,value\n");
        assertThat(plans.read("q")).contains("plan: b");
        assertThat(plans.values("q")).isEmpty();
        assertThat(plans.read("r")).isEmpty();
    }
}
