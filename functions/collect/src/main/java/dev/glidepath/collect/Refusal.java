package dev.glidepath.collect;

/// An export that cannot be read as it is: the message says in one line what, where (file, row,
/// column) and what to do. Nothing of it was stored.
public final class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(oneLine(message));
    }

    public Refusal(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    /// What a file holds may have lines and bells in it.
    private static String oneLine(String message) {
        return message.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
