package dev.glidepath.core.plan;

import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.Initiative.Course;
import dev.glidepath.core.plan.Initiative.Figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Reads `initiatives`.
final class InitiativesSection {

    static final List<String> PRIORITIES = List.of("Critical", "High", "Medium", "Low");
    static final Form<String> PRIORITY =
            TextForm.oneOf("priority", PRIORITIES.toArray(String[]::new));

    private InitiativesSection() {}

    static List<Initiative> read(Fields file, Draft draft, List<String> categories) {
        var taken = draft.new Names("initiative");
        var initiatives = new ArrayList<Initiative>();
        for (var fields : file.list("initiatives", Section.INITIATIVE)) {
            var name = fields.read("name", TextForm.line(60)).orElse("");
            taken.add(fields.mark("name"), name);
            initiatives.add(initiative(name, fields, draft, categories));
        }
        if (!initiatives.isEmpty()) {
            draft.claim(file.keyMark("initiatives"), InitiativeChecks::savingOfAll);
        }
        return initiatives;
    }

    private static Initiative initiative(
            String name, Fields fields, Draft draft, List<String> categories) {
        var moves = fields.texts("moves");
        moves.forEach(text -> draft.checkKnown(text, "category", categories));
        var investment =
                fields.read("investment", text -> investment(draft.amount().of(text)))
                        .orElse(BigDecimal.ONE);
        var saving = fields.read("saving", draft.amount()).orElse(BigDecimal.ONE);
        int months = fields.read("months", TextForm::months).orElse(1);
        draft.claim(fields.mark("saving"), InitiativeChecks.saving(name));
        var roi =
                fields.fields("stated", Section.INITIATIVE_STATED)
                        .flatMap(stated -> claims(name, stated, draft).stream().findFirst())
                        .map(percent -> percent.movePointLeft(2))
                        .orElse(saving.divide(investment, MathContext.DECIMAL128));
        return new Initiative(
                name,
                new Figures(
                        Money.normalise(investment), Money.normalise(saving), Money.normalise(roi)),
                months,
                fields.read("priority", PRIORITY).orElse(""),
                moves.stream().map(text -> text.value().strip()).toList(),
                course(name, fields, draft));
    }

    private static Course course(String name, Fields fields, Draft draft) {
        var invested = new TreeMap<LocalDate, BigDecimal>();
        draft.dated(fields.entries("invested"), draft.amount(), Optional.empty())
                .forEach(d -> invested.put(d.due().date(), Money.normalise(d.value())));
        if (fields.has("invested")) {
            draft.claim(fields.mark("invested"), InitiativeChecks.invested(name));
        }
        return new Course(fields.read("started", draft.day()).map(DateForm.Due::date), invested);
    }

    private static BigDecimal investment(BigDecimal amount) {
        if (amount.signum() == 0) {
            throw new Form.Refused(
                    "an investment of 0 has no return: write what it costs, e.g. $1.0M");
        }
        return amount;
    }

    /// The returns that the file states, in percent.
    private static List<BigDecimal> claims(String name, Fields stated, Draft draft) {
        stated.read("investment months", TextForm::months)
                .ifPresent(
                        months ->
                                draft.claim(
                                        stated.mark("investment months"),
                                        InitiativeChecks.months(name, months)));
        var returns = new ArrayList<BigDecimal>();
        for (var key : List.of("investment roi", "roi")) {
            stated.read(key, TextForm::percent)
                    .ifPresent(
                            percent -> {
                                returns.add(percent);
                                draft.claim(stated.mark(key), InitiativeChecks.roi(name, percent));
                            });
        }
        return returns;
    }
}
