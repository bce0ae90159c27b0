package dev.glidepath.doctor;

import static dev.glidepath.doctor.Severity.FINE;
import static dev.glidepath.doctor.Severity.PROBLEM;
import static dev.glidepath.doctor.Severity.UNKNOWN;
import static dev.glidepath.doctor.Severity.WARNING;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.glidepath.collect.Refusal;
import dev.glidepath.doctor.Doctor.Examination;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ses.model.SesException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class DiagnosisTest {

    @ParameterizedTest
    @CsvSource({"FINE, 0", "UNKNOWN, 4", "WARNING, 4", "PROBLEM, 5"})
    void theWorstDecidesTheExitCode(Severity severity, int exitCode) {
        assertThat(of(FINE, severity, FINE).worst().exitCode()).isEqualTo(exitCode);
    }

    @Test
    void whatWasNotLookedAtIsNotFine() {
        assertThat(of().worst()).isEqualTo(UNKNOWN);
        assertThat(of(UNKNOWN, WARNING).worst()).isEqualTo(WARNING);
    }

    @Test
    void programsAreToldEverything() {
        var json = of(PROBLEM, FINE).json();
        assertThat(json)
                .contains(
                        entry("verdict", "problem"),
                        entry("fine", 1L),
                        entry("unknown", 0L),
                        entry("warning", 0L),
                        entry("problem", 1L));
        assertThat((List<?>) json.get("findings"))
                .first()
                .isEqualTo(
                        Map.of(
                                "area", "plan",
                                "check", "check",
                                "severity", "problem",
                                "what", "what of 0",
                                "why", "why",
                                "mend", "mend"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void whatMayNotBeSeenIsUnknownAndSaysWhatIsMissing(int status) {
        assertThat(thrown(denied(status)))
                .satisfies(
                        finding -> {
                            assertThat(finding.severity()).isEqualTo(UNKNOWN);
                            assertThat(finding.what())
                                    .isEqualTo("look: not allowed to look: SES: no");
                        });
    }

    @Test
    void aFaultIsUnknownAndHidesNoOther() {
        var seen =
                Doctor.examine(
                        List.of(
                                new Examination(
                                        Area.TABLE,
                                        _ -> {
                                            throw new IllegalStateException("odd\u0007\nthing");
                                        }),
                                new Examination(Area.PLAN, f -> f.fine("a", "b"))));
        assertThat(seen.findings()).extracting(Finding::severity).containsExactly(FINE, UNKNOWN);
        assertThat(seen.findings().getLast().what())
                .isEqualTo("look: could not be looked at: odd thing");
    }

    @Test
    void aRefusalIsAProblemThatSaysHowToMendIt() {
        var finding = thrown(new Refusal("a.csv: row 7; has no date; deliver it again"));
        assertThat(finding.severity()).isEqualTo(PROBLEM);
        assertThat(finding.what()).isEqualTo("a.csv: row 7; has no date");
        assertThat(finding.mend()).isEqualTo("deliver it again");
    }

    @Test
    void namesFromOutsideStayInTheirLine() {
        var findings = new Findings(Area.EXPORT);
        findings.warning("a", "the export x\n\u001b[31m is odd", "why", "delete x\r\n");
        assertThat(findings.found().getFirst().what()).isEqualTo("the export x [31m is odd");
        assertThat(findings.found().getFirst().mend()).isEqualTo("delete x ");
    }

    private static Finding thrown(RuntimeException fault) {
        var findings = new Findings(Area.MAIL);
        findings.attempt(
                "look",
                () -> {
                    throw fault;
                });
        return findings.found().getFirst();
    }

    private static AwsServiceException denied(int status) {
        return SesException.builder()
                .statusCode(status)
                .awsErrorDetails(
                        AwsErrorDetails.builder().serviceName("SES").errorMessage("no").build())
                .build();
    }

    private static Diagnosis of(Severity... severities) {
        var findings = new ArrayList<Finding>();
        for (var severity : Arrays.asList(severities)) {
            var what = "what of " + findings.size();
            findings.add(new Finding(Area.PLAN, "check", severity, what, "why", "mend"));
        }
        return new Diagnosis(findings);
    }
}
