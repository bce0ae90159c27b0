package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Provisional.Track;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.estimate.EstimatedDays;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Scope;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Puts what AWS estimates of days into the plan's categories, and holds earlier estimates against
/// what the bill said then.
final class Provisioning {

    private static final String DOLLARS = "USD";
    private static final int WEEKS_OF_RECORD = 8;

    private final Plan plan;
    private final Ledger ledger;
    private final Map<String, Dimensions.Service> services = new HashMap<>();

    private Provisioning(Plan plan, Ledger ledger) {
        this.plan = plan;
        this.ledger = ledger;
        ledger.detail().values().stream()
                .flatMap(List::stream)
                .map(line -> line.dimensions().service())
                .forEach(
                        service -> {
                            if (service.code() != null) {
                                services.put(service.code(), service);
                            }
                        });
    }

    /// Empty where nothing is estimated, or the plan counts in another currency. Estimates are by
    /// category: nothing is estimated of charges by account or tag.
    static Optional<Provisional> of(Plan plan, Ledger ledger, Scope scope) {
        return switch (scope) {
            case Scope.All() -> of(plan, ledger, Set.of());
            case Scope.Categories(var names) -> of(plan, ledger, Set.copyOf(names));
            case Scope.Charges _ -> Optional.empty();
        };
    }

    private static Optional<Provisional> of(Plan plan, Ledger ledger, Set<String> scope) {
        if (!plan.basis().currency().equals(DOLLARS)) {
            return Optional.empty();
        }
        var from = ledger.settled().through().plusDays(1);
        var provisioning = new Provisioning(plan, ledger);
        var days = provisioning.days(ledger.estimates().now());
        var fresh = days.tailMap(from, true);
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(provisioning.provisional(from, fresh, scope));
    }

    private Provisional provisional(
            LocalDate from,
            NavigableMap<LocalDate, Map<String, BigDecimal>> days,
            Set<String> scope) {
        var shown =
                Stream.concat(
                                plan.categories().stream().map(c -> c.name()),
                                Stream.of(CostLine.UNALLOCATED))
                        .filter(name -> scope.isEmpty() || scope.contains(name))
                        .toList();
        var month = days.lastKey().withDayOfMonth(1);
        return new Provisional(
                from,
                days.lastKey(),
                shown.stream().map(name -> new Provisional.Line(name, sum(days, name))).toList(),
                new Provisional.Month(
                        settled(month, from, shown),
                        sum(days.tailMap(later(month, from), true), shown)),
                scope.isEmpty() ? track(from) : Optional.empty());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /// In `[month, end)`.
    private BigDecimal settled(LocalDate month, LocalDate end, List<String> categories) {
        return Stream.iterate(month, day -> day.isBefore(end), day -> day.plusDays(1))
                .flatMap(day -> lines(day).stream())
                .filter(line -> categories.contains(line.category()))
                .filter(line -> CountedCost.counts(line, plan.basis()))
                .map(line -> CountedCost.amount(line, plan.basis()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<CostLine> lines(LocalDate day) {
        var since = ledger.estimates().since().get(day);
        return since == null ? ledger.lines(day, day) : since;
    }

    private static BigDecimal sum(
            Map<LocalDate, Map<String, BigDecimal>> days, List<String> categories) {
        return categories.stream()
                .map(name -> sum(days, name))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Map<LocalDate, Map<String, BigDecimal>> days, String category) {
        return days.values().stream()
                .map(day -> day.getOrDefault(category, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Per day and category. What the whole has more than its services, such as support fees that
    /// are not told by service, belongs to no category's rule.
    private NavigableMap<LocalDate, Map<String, BigDecimal>> days(
            Map<String, NavigableMap<LocalDate, BigDecimal>> monthToDate) {
        var days = new TreeMap<LocalDate, Map<String, BigDecimal>>();
        monthToDate.forEach(
                (series, amounts) -> {
                    boolean whole = series.equals(Estimates.WHOLE);
                    var category = whole ? CostLine.UNALLOCATED : category(series);
                    EstimatedDays.of(amounts)
                            .forEach((day, amount) -> add(days, day, category, amount));
                });
        var parts = new HashMap<>(monthToDate);
        if (parts.remove(Estimates.WHOLE) != null) {
            parts.values()
                    .forEach(
                            amounts ->
                                    EstimatedDays.of(amounts)
                                            .forEach(
                                                    (day, amount) ->
                                                            add(
                                                                    days,
                                                                    day,
                                                                    CostLine.UNALLOCATED,
                                                                    amount.negate())));
        }
        return days;
    }

    private static void add(
            Map<LocalDate, Map<String, BigDecimal>> days,
            LocalDate day,
            String category,
            BigDecimal amount) {
        days.computeIfAbsent(day, _ -> new TreeMap<>()).merge(category, amount, BigDecimal::add);
    }

    /// By the plan's rules, which see no region, tag or charge category here. The export's name of
    /// a service is the one that its bills gave to the code.
    private String category(String series) {
        int slash = series.indexOf('/');
        var code = series.substring(slash + 1);
        var service = services.getOrDefault(code, new Dimensions.Service("AWS", code, code));
        return plan.allocation()
                .apply(
                        new Dimensions(
                                DOLLARS,
                                service,
                                new Dimensions.SubAccount(
                                        slash == 0 ? null : series.substring(0, slash), null),
                                null,
                                new Dimensions.Charge("Usage", null, null, null, null, null),
                                Map.of()));
    }

    private Optional<Track> track(LocalDate end) {
        var estimated = days(ledger.estimates().then());
        var offs = new ArrayList<Map.Entry<LocalDate, BigDecimal>>();
        estimated
                .subMap(end.minusWeeks(WEEKS_OF_RECORD), true, end, false)
                .forEach(
                        (day, amounts) -> {
                            var bill = billed(day);
                            if (bill.signum() > 0) {
                                var sum =
                                        amounts.values().stream()
                                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                                var off = sum.subtract(bill).abs();
                                offs.add(Map.entry(day, off.divide(bill, MathContext.DECIMAL64)));
                            }
                        });
        if (offs.isEmpty()) {
            return Optional.empty();
        }
        offs.sort(Map.Entry.comparingByValue());
        var worst = offs.stream().max(Comparator.comparing(Map.Entry::getValue)).orElseThrow();
        return Optional.of(
                new Track(
                        offs.size(),
                        offs.get(offs.size() / 2).getValue(),
                        worst.getValue(),
                        worst.getKey()));
    }

    /// What AWS's bill counts of a day.
    private BigDecimal billed(LocalDate day) {
        return lines(day).stream()
                .filter(line -> line.dimensions().service().code() != null)
                .filter(line -> CountedCost.counts(line, plan.basis()))
                .map(line -> CountedCost.amount(line, plan.basis()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
