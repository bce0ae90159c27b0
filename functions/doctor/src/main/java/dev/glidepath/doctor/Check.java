package dev.glidepath.doctor;

/// Looks at one area and notes what it sees.
@FunctionalInterface
public interface Check {

    void look(Findings findings);
}
