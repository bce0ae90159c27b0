package dev.glidepath.core.plan;

/// How one kind of value is written.
interface Form<T> {

    /// @throws Refused when the text is not of this form
    T of(String text);

    /// Says what is wrong with a value and what is right instead. It has no place yet: the reader
    /// that knows the line adds it.
    final class Refused extends RuntimeException {
        Refused(String message) {
            super(message, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
