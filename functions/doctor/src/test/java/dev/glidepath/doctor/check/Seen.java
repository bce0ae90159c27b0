package dev.glidepath.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.doctor.Area;
import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Finding;
import dev.glidepath.doctor.Findings;
import dev.glidepath.doctor.Severity;

import java.util.List;

/// What a check sees.
record Seen(List<Finding> findings) {

    static Seen by(Check check) {
        var findings = new Findings(Area.PLAN);
        findings.attempt("look", () -> check.look(findings));
        return new Seen(findings.found());
    }

    Seen isFine(String check) {
        assertThat(of(check)).as(check).isNotEmpty().allMatch(f -> f.severity() == Severity.FINE);
        return this;
    }

    Seen isAllFine() {
        assertThat(findings).isNotEmpty().allMatch(f -> f.severity() == Severity.FINE);
        return this;
    }

    /// The one thing that is wrong.
    Seen isOnly(String check, Severity severity, String what, String mend) {
        var wrong = findings.stream().filter(f -> f.severity() != Severity.FINE).toList();
        assertThat(wrong).as("%s", findings).hasSize(1);
        return has(check, severity, what, mend);
    }

    Seen has(String check, Severity severity, String what, String mend) {
        assertThat(of(check))
                .anySatisfy(
                        f -> {
                            assertThat(f.severity()).isEqualTo(severity);
                            assertThat(f.what()).contains(what);
                            assertThat(f.mend()).contains(mend);
                            assertThat(f.why()).isNotEmpty();
                        });
        return this;
    }

    private List<Finding> of(String check) {
        return findings.stream().filter(f -> f.check().equals(check)).toList();
    }
}
