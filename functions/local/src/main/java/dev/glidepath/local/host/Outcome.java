package dev.glidepath.local.host;

/// What came of an event.
public sealed interface Outcome {

    record Answered(String json) implements Outcome {}

    /// The handler threw, or the function could not start, ended or was too slow.
    ///
    /// @param type the exception's class, or Lambda's word for it such as `Runtime.ExitError`
    record Failed(String type, String message) implements Outcome {}
}
