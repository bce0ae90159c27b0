package dev.glidepath.doctor;

import java.util.ArrayList;
import java.util.List;

/// Runs checks, each by itself: one that cannot be made does not hide the others.
public final class Doctor {

    private Doctor() {}

    /// @param check may throw: that is a finding, too
    public record Examination(Area area, Check check) {}

    public static Diagnosis examine(List<Examination> examinations) {
        var all = new ArrayList<Finding>();
        for (var examination : examinations) {
            var findings = new Findings(examination.area());
            findings.attempt("look", () -> examination.check().look(findings));
            all.addAll(findings.found());
        }
        return new Diagnosis(all);
    }
}
