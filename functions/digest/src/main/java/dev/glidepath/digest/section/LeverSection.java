package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Hints;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.lever.Lever;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of the bill somebody could do something about, and how each amount is made.
public record LeverSection(String title, List<Row> rows, List<String> notes) implements Section {

    /// @param how it is computed, and where most of it is
    public record Row(String name, String how, String perMonth) {}

    /// Empty where the bill has nothing to tell it from.
    static Optional<LeverSection> of(Assessment assessment, Figures figures) {
        var levers = assessment.hints().levers();
        return levers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LeverSection(
                                "Levers, per month",
                                levers.stream().map(l -> row(l, figures)).toList(),
                                List.of(
                                        "Cost of the 28 days to %s, per average month. Levers overlap: they are not added up, and none is a saving."
                                                .formatted(Days.day(assessment.frame().asOf())))));
    }

    private static Row row(Lever lever, Figures figures) {
        return new Row(
                name(lever.kind()),
                how(lever, figures) + Causes.most(lever.largest()),
                figures.money(Hints.perMonth(lever.cost())));
    }

    private static String name(Lever.Kind kind) {
        return switch (kind) {
            case UNUSED_COMMITMENTS -> "Unused commitments";
            case ON_DEMAND -> "Compute without a commitment";
            case SPOT -> "EC2 on Spot";
            case PREVIOUS_GENERATION -> "Previous-generation instances";
            case X86 -> "Compute on x86";
            case GP2 -> "gp2 volumes";
            case NAT_DATA -> "Data through NAT gateways";
            case EXTENDED_SUPPORT -> "Extended-support fees";
            case IDLE_ADDRESSES -> "Idle public addresses";
            case NON_PRODUCTION_HOURS -> "Non-production hours";
        };
    }

    private static String how(Lever lever, Figures figures) {
        return switch (lever.kind()) {
            case UNUSED_COMMITMENTS ->
                    "paid and not used, effective cost; %s of what is committed was used"
                            .formatted(rest(lever, figures));
            case ON_DEMAND ->
                    "on-demand instances, Fargate and Lambda; of what a commitment could cover, %s of the effective cost is covered"
                            .formatted(rest(lever, figures));
            case SPOT -> "%s of the cost of EC2 instances".formatted(share(lever, figures));
            case PREVIOUS_GENERATION ->
                    "%s of the cost of instances; the bill has no price of what would replace them"
                            .formatted(share(lever, figures));
            case X86 ->
                    "%s of the cost of compute that also runs on Graviton"
                            .formatted(share(lever, figures));
            case GP2 ->
                    "all of their storage; as gp3 an estimated %s less by AWS's list prices"
                            .formatted(
                                    figures.money(
                                            Hints.perMonth(
                                                    lever.estimate().orElse(BigDecimal.ZERO))));
            case NAT_DATA -> "what the gateways charge for data, without their hours";
            case EXTENDED_SUPPORT -> "charged for versions that are out of standard support";
            case IDLE_ADDRESSES -> "charged for addresses that nothing uses";
            case NON_PRODUCTION_HOURS -> nights(lever, figures);
        };
    }

    private static String nights(Lever lever, Figures figures) {
        var awake = lever.awake().orElseThrow();
        return "outside of %d hours on weekdays (%d of a week's 168 hours); up to %d EC2 and RDS instances of non-production, without a commitment, had 24 hours on each of the 28 days, for %s; at which hours others ran, the bill does not say"
                .formatted(
                        awake.weekdayHours(),
                        5 * awake.weekdayHours(),
                        awake.instances(),
                        figures.money(Hints.perMonth(lever.of().orElseThrow())));
    }

    private static String share(Lever lever, Figures figures) {
        return figures.percent(part(lever));
    }

    private static String rest(Lever lever, Figures figures) {
        return figures.percent(BigDecimal.ONE.subtract(part(lever)));
    }

    private static BigDecimal part(Lever lever) {
        return lever.cost().divide(lever.of().orElseThrow(), MathContext.DECIMAL64);
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        for (var row : rows) {
            table.add(List.of(row.name(), row.perMonth()));
            table.add(List.of("  " + row.how()));
        }
        return Plain.heading(title) + Plain.table(table) + "\n" + Plain.notes(notes);
    }
}
