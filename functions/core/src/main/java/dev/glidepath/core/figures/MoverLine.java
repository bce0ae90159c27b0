package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Movers;
import dev.glidepath.core.assess.Movers.Change;
import dev.glidepath.core.assess.Movers.Mover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What moved, in lines whose rounded amounts add up to the last one's.
///
/// @param under provider and category
public record MoverLine(
        String name, String under, BigDecimal before, BigDecimal after, boolean isTotal) {

    /// The movers, the others in one line, the total.
    public static List<MoverLine> of(Movers.Compared compared, Figures figures) {
        var changes = new ArrayList<>(compared.top().stream().map(Mover::change).toList());
        changes.add(compared.others().change());
        var before = figures.column(changes.stream().map(Change::before).toList());
        var after = figures.column(changes.stream().map(Change::after).toList());
        var lines = new ArrayList<MoverLine>();
        for (int i = 0; i < compared.top().size(); i++) {
            var mover = compared.top().get(i);
            lines.add(
                    new MoverLine(
                            Names.clean(mover.service(), "(no service name)"),
                            under(mover),
                            before.get(i),
                            after.get(i),
                            false));
        }
        int services = compared.others().services();
        var others = "other (%s %s)".formatted(services, services == 1 ? "service" : "services");
        lines.add(new MoverLine(others, "", before.getLast(), after.getLast(), false));
        var total = compared.total();
        lines.add(
                new MoverLine(
                        "Total",
                        "",
                        figures.round(total.before()),
                        figures.round(total.after()),
                        true));
        return lines;
    }

    public BigDecimal change() {
        return after.subtract(before);
    }

    private static String under(Mover mover) {
        var provider = Names.clean(mover.provider(), "");
        var category = Names.clean(mover.categories().getFirst());
        int more = mover.categories().size() - 1;
        return (provider.isEmpty() ? "" : provider + " · ")
                + category
                + (more > 0 ? " and %s more".formatted(more) : "");
    }
}
