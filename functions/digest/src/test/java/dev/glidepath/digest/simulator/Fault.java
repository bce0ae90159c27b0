package dev.glidepath.digest.simulator;

import java.util.Locale;

/// What goes wrong, and how often out of 10,000 times.
enum Fault {
    /// Of a function, before and after each thing that it does.
    CRASH(100),
    /// Of a request to SES.
    THROTTLED(500),
    /// Of a request that SES takes: the answer gets lost.
    ACCEPTED_IN_SILENCE(100),
    /// Of a request that SES does not take.
    LOST_IN_SILENCE(50),
    /// SES says that it took a mail, and did not. It does not do that; see `SimulatorTest`.
    SWALLOWED(0),
    /// Of a write: it takes place, and its answer gets lost.
    TABLE_FAULT(20),
    /// Of a thing that a function does: right before it, another run takes place.
    OVERLAP(20),
    /// By up to a day.
    LATE_TRIGGER(300),
    DOUBLED_TRIGGER(1_000),
    DOUBLED_EVENT(1_000),
    /// Of an event that never comes.
    LOST_EVENT(10),
    /// Of a day: all that SES tells on it comes a day or two later.
    FEED_DOWN(20),
    BOUNCE(100),
    /// Of a run: the digest may not be sent.
    HELD(500);

    final int rate;

    Fault(int rate) {
        this.rate = rate;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
