package dev.glidepath.digest.simulator;

/// How often things go wrong, out of 10,000 times.
///
/// @param crash of a function, before and after each thing that it does
/// @param throttled of a request to SES
/// @param acceptedInSilence of a request that SES takes: the answer gets lost
/// @param lostInSilence of a request that SES does not take
/// @param tableFault of a write: it takes place, and its answer gets lost
/// @param overlap of something that a function does: meanwhile the other one runs
/// @param doubled of a trigger and of an event
/// @param eventLost of an event that never comes
/// @param feedDown of a day: what SES tells that day comes a day or two later
/// @param held of a day: the digest may not be sent
record Rates(
        int crash,
        int throttled,
        int acceptedInSilence,
        int lostInSilence,
        int tableFault,
        int overlap,
        int doubled,
        int eventLost,
        int feedDown,
        int held) {

    static final Rates HARSH = new Rates(100, 500, 100, 50, 20, 20, 1_000, 10, 20, 500);

    /// SES tells nothing.
    Rates mute() {
        return new Rates(
                crash,
                throttled,
                acceptedInSilence,
                lostInSilence,
                tableFault,
                overlap,
                doubled,
                10_000,
                feedDown,
                held);
    }
}
