package dev.glidepath.local;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

import java.io.Console;
import java.util.Optional;

/// A bar for long work, where a terminal shows it.
final class Progress implements AutoCloseable {

    private final boolean terminal;
    private Optional<ProgressBar> bar = Optional.empty();

    private Progress(boolean terminal) {
        this.terminal = terminal;
    }

    /// Shown only where a person looks on.
    static Progress onTerminal() {
        return new Progress(isOnTerminal());
    }

    static boolean isOnTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /// Ends the bar of before.
    void start(String task, long steps) {
        close();
        if (terminal) {
            bar =
                    Optional.of(
                            new ProgressBarBuilder()
                                    .setTaskName(task)
                                    .setInitialMax(steps)
                                    .clearDisplayOnFinish()
                                    .build());
        }
    }

    void reach(long steps) {
        bar.ifPresent(b -> b.stepTo(steps));
    }

    void step(long steps) {
        bar.ifPresent(b -> b.stepBy(steps));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
