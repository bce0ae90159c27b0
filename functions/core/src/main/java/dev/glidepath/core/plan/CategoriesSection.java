package dev.glidepath.core.plan;

import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.GlidePath.Milestone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads `categories`.
final class CategoriesSection {

    private static final Set<String> RESERVED = Set.of("unallocated", "total", "all");

    private CategoriesSection() {}

    /// @param names all that the file has, also of categories with faults
    record Read(List<Category> categories, List<String> names) {}

    static Read read(Fields file, Draft draft) {
        var taken = draft.new Names("category");
        var names = new ArrayList<String>();
        var categories = new ArrayList<Category>();
        for (var fields : file.list("categories", Section.CATEGORY)) {
            var name = fields.read("name", CategoriesSection::name).orElse("");
            if (!name.isEmpty()) {
                taken.add(fields.mark("name"), name);
                names.add(name);
            }
            categories.add(category(name, fields, draft));
        }
        return new Read(categories, names);
    }

    private static String name(String text) {
        if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            throw new Form.Refused(
                    "\""
                            + text
                            + "\" is computed and cannot be a category: choose another name,"
                            + " e.g. Infrastructure");
        }
        return TextForm.line(40).of(text);
    }

    private static Category category(String name, Fields fields, Draft draft) {
        var owner = fields.read("owner", TextForm::owner).orElse("");
        var baseline = fields.read("baseline", text -> baseline(draft.monthly().of(text)));
        var milestones =
                draft.dated(fields.entries("milestones"), draft.monthly()).stream()
                        .map(d -> milestone(d.due(), d.value()))
                        .toList();
        var rules =
                fields.list("match", Section.RULE).stream()
                        .map(rule -> RuleSection.read(rule, draft))
                        .toList();
        fields.fields("stated", Section.CATEGORY_STATED)
                .ifPresent(stated -> claim(name, stated, draft));
        return new Category(
                name,
                owner,
                path(
                        draft.start().orElse(LocalDate.EPOCH),
                        baseline.orElse(BigDecimal.ONE),
                        draft.nodes().faults().none() ? milestones : List.of()),
                rules);
    }

    private static GlidePath path(
            LocalDate start, BigDecimal baseline, List<Milestone> milestones) {
        return new GlidePath(
                new Milestone("baseline", start, Money.normalise(baseline)), milestones);
    }

    static Milestone milestone(DateForm.Due due, BigDecimal amount) {
        return new Milestone(due.label(), due.date(), Money.normalise(amount));
    }

    private static BigDecimal baseline(BigDecimal amount) {
        if (amount.signum() == 0) {
            throw new Form.Refused(
                    "a baseline of 0 leaves nothing to reduce: write what a month costs today,"
                            + " e.g. 50K");
        }
        return amount;
    }

    private static void claim(String category, Fields stated, Draft draft) {
        stated.read("reduction", TextForm::percent)
                .ifPresent(
                        percent ->
                                draft.claim(
                                        stated.mark("reduction"),
                                        CostChecks.reduction(category, percent)));
    }
}
