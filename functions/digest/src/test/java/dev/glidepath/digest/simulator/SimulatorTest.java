package dev.glidepath.digest.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// `-Dsimulator.mails=100000` simulates that many; `-Dsimulator.seed=N` starts with another world.
class SimulatorTest {

    private static final long SEED = Long.getLong("simulator.seed", 1);
    private static final int MAILS = Integer.getInteger("simulator.mails", 600);
    private static final int MAILS_OF_A_WORLD = World.WEEKS * World.RECIPIENTS.size();

    @Test
    void noMailIsLostAndHardlyAnyComesTwice() {
        var tally = new Tally();
        for (int i = 0; i < Math.ceilDiv(MAILS, MAILS_OF_A_WORLD); i++) {
            var world = new World(SEED + i, Map.of()).live();
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
        assertThat(tally.count("notices")).isPositive();
        assertThat(tally.count("doubled notices") * 10_000)
                .isLessThanOrEqualTo(3 * Math.max(tally.count("notices"), 3_334));
        assertThat(tally.count("duplicates") * 10_000)
                .isLessThanOrEqualTo(3 * Math.max(tally.count("mails"), 3_334));
    }

    @Test
    void theSameSeedGivesTheSameWorld() {
        assertThat(new World(7, Map.of()).live()).isEqualTo(new World(7, Map.of()).live());
    }

    /// Else it would prove nothing that it sees none.
    @Test
    void itSeesDuplicatesWhereSesTellsNothing() {
        var mute = lived(Map.of(Fault.LOST_EVENT, 10_000));
        assertThat(mute.count("duplicates") * 100).isGreaterThan(mute.count("mails"));
    }

    @Test
    void itSeesLossesWhereSesSwallowsMails() {
        assertThat(lived(Map.of(Fault.SWALLOWED, 300)).count("losses")).isPositive();
    }

    private static Tally lived(Map<Fault, Integer> rates) {
        var tally = new Tally();
        for (int i = 0; i < 8; i++) {
            tally.add(new World(SEED + i, rates).live());
        }
        return tally;
    }
}
