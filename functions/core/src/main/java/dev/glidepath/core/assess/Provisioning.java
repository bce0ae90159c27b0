package dev.glidepath.core.assess;

import dev.glidepath.core.assess.EstimatedCosts.Cost;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Scope;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Puts what AWS estimates of days into the plan's categories, and holds earlier estimates against
/// what the bill said then.
public final class Provisioning {

    private static final String DOLLARS = "USD";

    private final Plan plan;
    private final Ledger ledger;
    private final ServiceNames names;
    private final Part part;

    private Provisioning(Plan plan, Ledger ledger, Part part) {
        this.plan = plan;
        this.ledger = ledger;
        this.names = ServiceNames.of(ledger);
        this.part = part;
    }

    /// Of what is estimated.
    ///
    /// @param categories empty for all of them
    /// @param charges of these only; empty for all of them. What belongs to no service is then in
    ///   no part
    public record Part(List<String> categories, Optional<Predicate<Dimensions>> charges) {

        public static final Part ALL = new Part(List.of(), Optional.empty());

        public Part {
            categories = List.copyOf(categories);
        }

        boolean takes(Optional<Dimensions> dimensions) {
            return charges.isEmpty() || dimensions.filter(charges.get()).isPresent();
        }

        private boolean isAll() {
            return categories.isEmpty() && charges.isEmpty();
        }

        private boolean has(String category) {
            return categories.isEmpty() || categories.contains(category);
        }
    }

    /// Estimates are by category: nothing is estimated of charges by account or tag.
    static Optional<Provisional> of(Plan plan, Ledger ledger, Scope scope) {
        return switch (scope) {
            case Scope.All() -> of(plan, ledger, Part.ALL);
            case Scope.Categories(var names) -> of(plan, ledger, new Part(names, Optional.empty()));
            case Scope.Charges _ -> Optional.empty();
        };
    }

    /// Empty where nothing is estimated, or the plan counts in another currency.
    public static Optional<Provisional> of(Plan plan, Ledger ledger, Part part) {
        return plan.basis().currency().equals(DOLLARS)
                ? new Provisioning(plan, ledger, part).provisional()
                : Optional.empty();
    }

    private Optional<Provisional> provisional() {
        var from = ledger.settled().through().plusDays(1);
        var estimated = EstimatedCosts.of(ledger.estimates().now(), names::dimensions);
        var own = estimated.costs().stream().filter(c -> part.takes(c.dimensions())).toList();
        return own.isEmpty()
                ? Optional.empty()
                : estimated
                        .through(from)
                        .map(last -> new ChargeDays(from, last.plusDays(1)))
                        .map(days -> provisional(days, own))
                        .filter(provisional -> !provisional.lines().isEmpty());
    }

    private Provisional provisional(ChargeDays days, List<Cost> costs) {
        var lines = categories().flatMap(name -> line(name, days, costs).stream()).toList();
        var last = days.end().minusDays(1);
        var month = last.withDayOfMonth(1);
        return new Provisional(
                days.start(),
                last,
                lines,
                new Provisional.Month(
                        settled(month, days.start()),
                        lines.stream()
                                .flatMap(l -> l.days().tailMap(month, true).values().stream())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)),
                unnamed(days, costs),
                part.isAll()
                        ? EstimateTrack.of(ledger, plan, names, days.start())
                        : Optional.empty());
    }

    private Stream<String> categories() {
        return Stream.concat(
                        plan.categories().stream().map(Category::name),
                        Stream.of(CostLine.UNALLOCATED))
                .filter(part::has);
    }

    /// Empty where nothing is estimated of the category.
    private Optional<Provisional.Line> line(String category, ChargeDays days, List<Cost> costs) {
        var amounts = new TreeMap<LocalDate, BigDecimal>();
        days.stream().forEach(day -> amounts.put(day, BigDecimal.ZERO));
        var own =
                costs.stream()
                        .filter(cost -> amounts.containsKey(cost.day()))
                        .filter(cost -> names.category(cost, plan).equals(category))
                        .toList();
        own.forEach(cost -> amounts.merge(cost.day(), cost.amount(), BigDecimal::add));
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new Provisional.Line(category, amounts));
    }

    /// In `[month, end)`.
    private BigDecimal settled(LocalDate month, LocalDate end) {
        return Stream.iterate(month, day -> day.isBefore(end), day -> day.plusDays(1))
                .flatMap(day -> ledger.known(day).stream())
                .filter(line -> categories().anyMatch(line.category()::equals))
                .filter(line -> part.takes(Optional.of(line.dimensions())))
                .filter(line -> CountedCost.counts(line, plan.basis()))
                .map(line -> CountedCost.amount(line, plan.basis()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> unnamed(ChargeDays days, List<Cost> costs) {
        return costs.stream()
                .filter(cost -> !cost.day().isBefore(days.start()))
                .filter(cost -> part.has(names.category(cost, plan)))
                .flatMap(cost -> cost.dimensions().stream())
                .map(Dimensions::service)
                .flatMap(service -> Stream.ofNullable(service.code()))
                .filter(code -> !names.knows(code))
                .distinct()
                .sorted()
                .toList();
    }
}
