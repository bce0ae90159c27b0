package dev.glidepath.core.assess;

/// There is nothing yet that could be assessed.
public final class NothingCollected extends IllegalArgumentException {

    public NothingCollected(String message) {
        super(message);
    }
}
