package dev.glidepath.infra.settings;

import dev.glidepath.core.plan.Plan;

import java.util.Map;
import java.util.regex.Pattern;

/// The plan, and the file that says it.
///
/// @param file as it was named
/// @param text the file's own, which the functions read again
/// @param beside the texts of the files that it names
public record PlanInput(String file, String text, Map<String, String> beside, Plan plan) {

    public PlanInput {
        beside = Map.copyOf(beside);
    }

    /// Where a recipient is written.
    String place(Plan.Recipient recipient) {
        var written =
                Pattern.compile("email:\\s*[\"']?" + Pattern.quote(recipient.email()))
                        .matcher(text);
        if (!written.find()) {
            return file;
        }
        return file
                + ":"
                + (1 + text.substring(0, written.start()).chars().filter(c -> c == '\n').count());
    }
}
