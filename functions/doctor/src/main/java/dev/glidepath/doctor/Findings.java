package dev.glidepath.doctor;

import dev.glidepath.collect.Refusal;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a check of one area has seen so far.
public final class Findings {

    private static final int LONGEST = 300;
    private static final String WHY = "What cannot be seen may be wrong.";

    private final Area area;
    private final List<Finding> found = new ArrayList<>();

    public Findings(Area area) {
        this.area = area;
    }

    public List<Finding> found() {
        return List.copyOf(found);
    }

    public void fine(String check, String what) {
        add(check, Severity.FINE, what, "", "");
    }

    public void unknown(String check, String what, String why, String mend) {
        add(check, Severity.UNKNOWN, what, why, mend);
    }

    public void warning(String check, String what, String why, String mend) {
        add(check, Severity.WARNING, what, why, mend);
    }

    public void problem(String check, String what, String why, String mend) {
        add(check, Severity.PROBLEM, what, why, mend);
    }

    /// Looks at one thing; whatever keeps it from being seen is a finding, and does not hide the
    /// others.
    public void attempt(String check, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            notSeen(check, e);
        }
    }

    private void notSeen(String check, RuntimeException e) {
        var aws = aws(e);
        if (aws.isPresent() && (aws.get().statusCode() == 403 || aws.get().statusCode() == 401)) {
            unknown(
                    check,
                    check + ": not allowed to look: " + said(aws.get()),
                    WHY,
                    "allow the action that AWS names to whoever runs the doctor, or run the"
                            + " deployed one");
        } else if (e instanceof Refusal) {
            refused(check, firstLine(e));
        } else {
            unknown(
                    check,
                    check
                            + ": could not be looked at: "
                            + aws.map(Findings::said).orElse(firstLine(e)),
                    WHY,
                    e instanceof SdkException
                            ? "check credentials, region and network, and run the doctor again"
                            : "run the doctor again; with --verbose it says where");
        }
    }

    /// A refusal says after its last semicolon what to do.
    private void refused(String check, String line) {
        int end = line.lastIndexOf("; ");
        problem(
                check,
                end < 0 ? line : line.substring(0, end),
                "Nothing of it is collected as it is.",
                end < 0 ? "deliver it again" : line.substring(end + 2));
    }

    private static Optional<AwsServiceException> aws(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof AwsServiceException aws) {
                return Optional.of(aws);
            }
        }
        return Optional.empty();
    }

    private static String said(AwsServiceException e) {
        var details = e.awsErrorDetails();
        var message = details == null ? null : details.errorMessage();
        return message == null || message.isBlank()
                ? firstLine(e)
                : details.serviceName() + ": " + oneLine(message);
    }

    private static String firstLine(Throwable e) {
        var text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        var line = oneLine(text.strip());
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /// Names that come with the data may have lines and bells in them.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private void add(String check, Severity severity, String what, String why, String mend) {
        var finding = new Finding(area, check, severity, oneLine(what), why, oneLine(mend));
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }
}
