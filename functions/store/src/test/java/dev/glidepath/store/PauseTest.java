package dev.glidepath.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;

class PauseTest {

    @Test
    void getsLongerUpToALittleOverThreeSeconds() {
        var taken = new ArrayList<Duration>();
        Pause pause = taken::add;
        for (int retry = 1; retry < Batches.TRIES; retry++) {
            pause.before(retry);
        }

        assertThat(taken)
                .extracting(Duration::toMillis)
                .containsExactly(50L, 100L, 200L, 400L, 800L, 1_600L, 3_200L, 3_200L, 3_200L);
    }
}
