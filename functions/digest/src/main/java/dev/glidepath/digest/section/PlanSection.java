package dev.glidepath.digest.section;

import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.plan.PlanChange;
import dev.glidepath.digest.Letterhead;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of the plan is not as it was in the recipient's last mail, and why.
public record PlanSection(String title, List<String> lines) implements Section {

    private static final int MOST = 12;

    /// Empty while nothing of it changed that the recipient sees.
    static Optional<Section> of(Letterhead letterhead, Figures figures) {
        var news = letterhead.plan();
        if (news.forgotten()) {
            return Optional.of(
                    section(
                            List.of(
                                    "The plan is another one than in your last mail; its text of then is not kept.")));
        }
        if (news.changes().isEmpty()) {
            return Optional.empty();
        }
        var lines = news.changes().stream().map(change -> line(change, figures)).toList();
        return Optional.of(section(lines));
    }

    private static PlanSection section(List<String> lines) {
        var shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST)));
        if (lines.size() > MOST) {
            shown.add("And %s more.".formatted(lines.size() - MOST));
        }
        return new PlanSection("The plan changed since your last mail", shown);
    }

    private static String line(PlanChange change, Figures figures) {
        return switch (change) {
            case PlanChange.Amount(var category, var what, var before, var now) ->
                    "%s, %s: %s instead of %s."
                            .formatted(
                                    Names.clean(category),
                                    Names.clean(what),
                                    amount(now, figures),
                                    amount(before, figures));
            case PlanChange.Stated(var category, var what) ->
                    category.isEmpty()
                            ? "Changed: %s.".formatted(what)
                            : "%s: %s.".formatted(Names.clean(category), what);
            case PlanChange.Count(var what, int before, int now) ->
                    before == now
                            ? "Changed: %s.".formatted(what)
                            : "Changed: %s, %s instead of %s.".formatted(what, now, before);
            case PlanChange.Reason(var why) ->
                    "Why, %s: %s".formatted(why.date(), Names.clean(why.reason()));
        };
    }

    private static String amount(Optional<BigDecimal> amount, Figures figures) {
        return amount.map(figures::money).orElse("none");
    }

    @Override
    public String text() {
        return Plain.heading(title) + Plain.notes(lines);
    }
}
