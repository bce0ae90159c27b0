package dev.glidepath.local.architecture.bad;

public record RollsDice() {
    double roll() {
        return Math.random();
    }
}
