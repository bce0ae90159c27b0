package dev.glidepath.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CountDownLatch;

class EarlyTest {

    @Test
    void itIsMadeWhileTheOneWhoAsksDoesSomethingElse() {
        var told = new CountDownLatch(1);
        var early = Early.start(() -> await(told));
        told.countDown();
        assertThat(early.get()).isEqualTo("made");
    }

    @Test
    void whatGoesWrongIsSaidAsItWas() {
        var early =
                Early.start(
                        () -> {
                            throw new IllegalStateException("plan.yaml:3: no target");
                        });
        assertThatThrownBy(early::get)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("plan.yaml:3: no target");
    }

    /// A database's driver is found by it.
    @Test
    void itFindsClassesWhereTheOneWhoAsksDoes() throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var function = new URLClassLoader(new URL[0], before)) {
            thread.setContextClassLoader(function);
            var early = Early.start(() -> Thread.currentThread().getContextClassLoader());
            assertThat(early.get()).isSameAs(function);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void itKeepsNoProcessFromEnding() {
        assertThat(Early.start(() -> Thread.currentThread().isDaemon()).get()).isTrue();
    }

    private static String await(CountDownLatch told) {
        try {
            told.await();
            return "made";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
