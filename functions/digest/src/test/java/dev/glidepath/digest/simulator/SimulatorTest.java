package dev.glidepath.digest.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `-Dsimulator.mails=100000` simulates that many; `-Dsimulator.seed=N` starts with another world.
class SimulatorTest {

    private static final long SEED = Long.getLong("simulator.seed", 1);
    private static final int MAILS = Integer.getInteger("simulator.mails", 1_000);
    private static final int MAILS_OF_A_WORLD = World.WEEKS * World.RECIPIENTS.size();

    @Test
    void noMailIsLostAndHardlyAnyComesTwice() {
        var tally = new Tally();
        for (int i = 0; i < Math.ceilDiv(MAILS, MAILS_OF_A_WORLD); i++) {
            var world = new World(SEED + i, Rates.HARSH).live();
            if (world.count("duplicates") + world.count("losses") > 0) {
                System.out.printf(
                        "-Dsimulator.mails=%s -Dsimulator.seed=%s: %s%n",
                        MAILS_OF_A_WORLD, SEED + i, world.counts());
            }
            tally.add(world);
        }
        System.out.println("Simulated: " + tally.counts());
        assertThat(tally.count("mails")).isGreaterThanOrEqualTo(MAILS);
        assertThat(tally.count("losses")).isZero();
        assertThat(tally.count("duplicates") * 10_000)
                .isLessThanOrEqualTo(3 * Math.max(tally.count("mails"), 3_334));
    }

    @Test
    void theSameSeedGivesTheSameWorld() {
        assertThat(new World(7, Rates.HARSH).live()).isEqualTo(new World(7, Rates.HARSH).live());
    }

    /// Else it would prove nothing that it sees none.
    @Test
    void itSeesDuplicatesWhereSesTellsNothing() {
        var tally = new Tally();
        for (int i = 0; i < 20; i++) {
            tally.add(new World(SEED + i, Rates.HARSH.mute()).live());
        }
        assertThat(tally.count("duplicates") * 100).isGreaterThan(tally.count("mails"));
    }
}
