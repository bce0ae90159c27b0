package dev.glidepath.digest.function;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.deliver.DueTime;
import dev.glidepath.digest.deliver.Preview;
import dev.glidepath.digest.deliver.Run;
import dev.glidepath.digest.deliver.SendAgain;
import dev.glidepath.digest.deliver.SendDigests;
import dev.glidepath.runtime.Health;
import dev.glidepath.runtime.Trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What each trigger of the digest's function asks for.
record DigestTriggers(
        SendDigests digests, SendAgain again, DueTime dueTime, Health health, InstantSource clock) {

    /// One request to SES, and what is recorded of it.
    private static final Duration RESERVE = Duration.ofSeconds(60);

    /// @param line for the log
    /// @param answer for who asked
    record Outcome(String line, Map<String, Object> answer, Run run) {
        void requireDone() {
            run.requireDone();
        }
    }

    Outcome take(Trigger trigger, int remainingMillis) {
        var deadline = clock.instant().plusMillis(remainingMillis).minus(RESERVE);
        return switch (trigger.kind()) {
            case "Digest Due" -> {
                var due = dueTime.at(trigger.time());
                var run = digests.due(due.week(), deadline);
                health.report(run.health(due.due(), clock.instant()));
                yield told(run);
            }
            case "Digest Requested" -> {
                var run = digests.requested(week(trigger), deadline);
                health.report(run.health());
                yield told(run);
            }
            case "Digest Again" -> told(again(trigger, deadline));
            case "Digest Preview" -> told(digests.preview(week(trigger), trigger.text("to")));
            default ->
                    throw new IllegalArgumentException(
                            "the event \""
                                    + trigger.kind()
                                    + "\" is none of this function's; send Digest Due, Digest"
                                    + " Requested, Digest Again or Digest Preview");
        };
    }

    private Run again(Trigger trigger, Instant deadline) {
        return again.send(
                week(trigger),
                needed(trigger, "to", "the recipient's address"),
                number(trigger),
                needed(trigger, "reason", "why it is sent again"),
                deadline);
    }

    private static int number(Trigger trigger) {
        var text = trigger.text("number").orElse("1");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the event \"Digest Again\": \"number\" in its detail is no number; write \"1\"",
                    e);
        }
    }

    private static String needed(Trigger trigger, String key, String what) {
        return trigger.text(key)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the event \"%s\" has no \"%s\" in its detail; write %s"
                                                .formatted(trigger.kind(), key, what)));
    }

    private static Outcome told(Run run) {
        var summaries = run.summaries();
        return new Outcome(summaries.toString(), Map.of("weeks", summaries), run);
    }

    private static Outcome told(List<Preview> previews) {
        var mails = previews.stream().map(DigestTriggers::answer).toList();
        return new Outcome(
                previews.size() + " written, none sent",
                Map.of("previews", mails),
                new Run(List.of()));
    }

    private static Map<String, Object> answer(Preview preview) {
        return Map.of(
                "to", preview.to(),
                "subject", preview.subject(),
                "finding", preview.reasons().isEmpty() ? "sound" : "held",
                "reasons", preview.reasons(),
                "mail", preview.mail());
    }

    private static Week week(Trigger trigger) {
        return trigger.text("week")
                .map(Week::parse)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the event \""
                                                + trigger.kind()
                                                + "\" has no \"week\" in its detail; write one"
                                                + " such as 2026-W19"));
    }
}
