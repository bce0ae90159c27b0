package dev.glidepath.collect;

/// An export that cannot be read as it is: the message says in one line what, where (file, row,
/// column) and what to do. Nothing of it was stored.
public final class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
