package dev.glidepath.doctor.check;

import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Findings;

import java.time.LocalDate;
import java.util.List;

/// Whether the plan can do what it is for.
///
/// @param notes where it contradicts itself, with their places
/// @param today decides what is over
public record PlanCheck(Plan plan, List<String> notes, LocalDate today) implements Check {

    public PlanCheck {
        notes = List.copyOf(notes);
    }

    @Override
    public void look(Findings findings) {
        recipients(findings);
        time(findings);
        rules(findings);
        if (!notes.isEmpty()) {
            findings.warning(
                    "notes",
                    "the plan contradicts itself in %d places, the first: %s"
                            .formatted(notes.size(), notes.getFirst()),
                    "What it states and what follows from it are not the same.",
                    "./glidepath plan check PLAN lists them with their lines");
        }
    }

    private void recipients(Findings findings) {
        var examples =
                plan.recipients().stream()
                        .map(Plan.Recipient::email)
                        .filter(PlanCheck::isExample)
                        .toList();
        if (plan.recipients().isEmpty()) {
            findings.problem(
                    "recipients",
                    "the plan names no recipient",
                    "Nobody gets a digest.",
                    "add recipients: to the plan, and deploy");
        } else if (!examples.isEmpty()) {
            findings.problem(
                    "recipients",
                    "the plan still has the example's addresses: " + String.join(", ", examples),
                    "Mails to them bounce.",
                    "put your addresses into recipients: of the plan, and deploy");
        } else {
            findings.fine("recipients", plan.recipients().size() + " get the digest");
        }
    }

    private static boolean isExample(String address) {
        return address.matches("(?i).*[@.]example\\.(com|org|net)");
    }

    private void time(Findings findings) {
        var last = plan.total().last();
        if (plan.basis().start().isAfter(today)) {
            findings.warning(
                    "time",
                    "the plan starts on %s, which is to come".formatted(plan.basis().start()),
                    "Until then every amount is held against the baseline.",
                    "nothing, if that is meant; else correct start: in the plan");
        } else if (last.date().isBefore(today)) {
            findings.warning(
                    "time",
                    "the plan's last milestone, %s, is over".formatted(last.date()),
                    "The glide path is flat after it: nothing more is asked for.",
                    "add milestones to the plan, and say why in changes:");
        } else {
            findings.fine(
                    "time",
                    "from %s to %s, next milestone %s"
                            .formatted(
                                    plan.basis().start(),
                                    last.date(),
                                    plan.total().next(today).orElse(last).date()));
        }
    }

    private void rules(Findings findings) {
        var without =
                plan.categories().stream()
                        .filter(category -> category.rules().isEmpty())
                        .map(Category::name)
                        .toList();
        if (without.isEmpty()) {
            findings.fine("rules", plan.categories().size() + " categories, each with rules");
        } else {
            findings.warning(
                    "rules",
                    "no rule puts a charge into " + String.join(", ", without),
                    "They cost nothing in every digest, and what they are about is Unallocated.",
                    "add match: to them in the plan");
        }
    }
}
