package dev.glidepath.digest;

import dev.glidepath.core.assess.Coverage;
import dev.glidepath.core.assess.Earlier;
import dev.glidepath.core.assess.Estimates;
import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.lever.Recommended;
import dev.glidepath.core.money.Split;
import dev.glidepath.core.plan.Action;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Initiative;
import dev.glidepath.core.plan.NonProduction;
import dev.glidepath.core.plan.Plan;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A made-up company whose cost follows the reduction plan, changed per case.
final class Company {

    static final Week WEEK = Week.parse("2026-W19");
    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final Instant AS_OF = Instant.parse("2026-05-13T06:00:00Z");

    private final List<Category> categories = new ArrayList<>();
    private final NavigableMap<LocalDate, List<CostLine>> days = new TreeMap<>();
    private LocalDate from = LocalDate.of(2026, 2, 2);
    private LocalDate settledThrough = WEEK.sunday();
    private final List<String> silent = new ArrayList<>();
    private Plan.Scorecard scorecard = Plan.Scorecard.EMPTY;

    static Company usual() {
        var company = new Company();
        company.category("Infrastructure", "Platform team", "50000", "40000", "30000");
        company.category("Operational", "Operations", "100000", "80000", "60000");
        company.category("Support", "Customer care", "30000", "25000", "20000");
        company.category("Compliance", "Security", "20000", "15000", "12000");
        return company;
    }

    Company category(String name, String owner, String start, String half, String year) {
        var target =
                new GlidePath(
                        new Milestone("baseline", START, new BigDecimal(start)),
                        List.of(
                                new Milestone("6M", START.plusMonths(6), new BigDecimal(half)),
                                new Milestone("12M", START.plusYears(1), new BigDecimal(year))));
        categories.add(new Category(name, owner, target, List.of()));
        return this;
    }

    Company doing(List<Initiative> initiatives, List<Action> actions) {
        scorecard =
                new Plan.Scorecard(List.of(), initiatives, actions, Plan.Scorecard.EMPTY.values());
        return this;
    }

    Company from(LocalDate day) {
        from = day;
        return this;
    }

    Company settledThrough(LocalDate day) {
        settledThrough = day;
        return this;
    }

    Company silent(String export) {
        silent.add(export);
        return this;
    }

    /// A service that costs so much in an average month, less at weekends, drifting by thousandths
    /// a week.
    Company service(
            String category, String provider, @Nullable String name, String monthly, int drift) {
        for (var day : span()) {
            var weeks = (day.toEpochDay() - from.toEpochDay()) / 7;
            var factor = BigDecimal.valueOf(1000 + drift * weeks).movePointLeft(3);
            int weekday = day.getDayOfWeek().getValue();
            var season = weekday > 5 ? "0.82" : "1.072";
            var amount =
                    new BigDecimal(monthly)
                            .multiply(factor)
                            .multiply(new BigDecimal(season))
                            .divide(new BigDecimal("30.4375"), 6, RoundingMode.HALF_UP);
            add(day, line(category, provider, name, "Usage", "USD", amount));
        }
        return this;
    }

    /// The same on each of the days, the last one included.
    Company perDay(LocalDate from, LocalDate through, String category, String amount) {
        from.datesUntil(through.plusDays(1))
                .forEach(day -> spike(day, category, "Amazon EC2", amount));
        return this;
    }

    Company charge(LocalDate day, String category, String charge, String currency, String amount) {
        add(day, line(category, "AWS", "AWS billing", charge, currency, new BigDecimal(amount)));
        return this;
    }

    Company spike(LocalDate day, String category, String name, String amount) {
        add(day, line(category, "AWS", name, "Usage", "USD", new BigDecimal(amount)));
        return this;
    }

    /// Usage of an account.
    Company account(LocalDate day, String category, String account, String amount) {
        var d = line(category, "AWS", "Amazon EC2", "Usage", "USD", new BigDecimal(amount));
        var of =
                new Dimensions(
                        "USD",
                        d.dimensions().service(),
                        new Dimensions.SubAccount(account, null),
                        null,
                        d.dimensions().charge(),
                        Map.of());
        add(day, new CostLine(category, of, d.amounts(), null, 1));
        return this;
    }

    /// The same on each day.
    Company daily(
            LocalDate start,
            LocalDate through,
            String category,
            String service,
            Dimensions.Charge charge,
            @Nullable String quantity,
            String amount) {
        start.datesUntil(through.plusDays(1))
                .forEach(day -> add(day, line(category, service, charge, quantity, amount, 1)));
        return this;
    }

    /// A usage type of Infrastructure, on each day.
    Company daily(LocalDate from, String item, String pricing, String amount) {
        var status = pricing.equals("Committed") ? "Used" : null;
        var charge = new Dimensions.Charge("Usage", null, item, pricing, null, status);
        return daily(from, WEEK.sunday(), "Infrastructure", "Amazon EC2", charge, null, amount);
    }

    Company unused(LocalDate from, String amount) {
        var charge = new Dimensions.Charge("Usage", null, "ComputeSP", "Committed", null, "Unused");
        return daily(from, WEEK.sunday(), "Infrastructure", "Savings Plans", charge, null, amount);
    }

    /// Instances of non-production, the same hours on each day.
    Company awake(LocalDate from, String item, String hours, String amount) {
        var cost = new BigDecimal(amount);
        var charge = new Dimensions.Charge("Usage", null, item, "Standard", null, null, "Hrs");
        var d = line("Infrastructure", "Amazon EC2", charge, hours, amount, 1).dimensions();
        var marked =
                new Dimensions(
                        d.currency(),
                        d.service(),
                        d.subAccount(),
                        d.region(),
                        d.charge(),
                        Map.of(Dimensions.NON_PRODUCTION, "yes"));
        var line =
                new CostLine(
                        "Infrastructure",
                        marked,
                        new Amounts(cost, cost, cost, cost),
                        new BigDecimal(hours),
                        1);
        from.datesUntil(WEEK.sunday().plusDays(1)).forEach(day -> add(day, line));
        return this;
    }

    /// What the system itself costs.
    Company own(LocalDate from, String amount) {
        var cost = new BigDecimal(amount);
        var d = line("Infrastructure", "AWS", "AWS Lambda", "Usage", "USD", cost).dimensions();
        var own =
                new Dimensions(
                        d.currency(),
                        d.service(),
                        d.subAccount(),
                        null,
                        d.charge(),
                        Map.of(Dimensions.OWN, "glidepath"));
        var line =
                new CostLine("Infrastructure", own, new Amounts(cost, cost, cost, cost), null, 1);
        from.datesUntil(WEEK.sunday().plusDays(1)).forEach(day -> add(day, line));
        return this;
    }

    /// A fee by the month, spread as the store does.
    Company fee(YearMonth month, String category, String service, String amount) {
        var charge = new Dimensions.Charge("Purchase", null, null, "Other", null, null);
        var days = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        var shares = Split.evenly(new BigDecimal(amount), days.size());
        for (int i = 0; i < days.size(); i++) {
            var share = shares.get(i).toPlainString();
            add(days.get(i), line(category, service, charge, null, share, i == 0 ? 1 : 0));
        }
        return this;
    }

    private static CostLine line(
            String category,
            String service,
            Dimensions.Charge charge,
            @Nullable String quantity,
            String amount,
            long rows) {
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", service, null),
                        new Dimensions.SubAccount("000123456789", null),
                        "us-east-1",
                        charge,
                        Map.of());
        var cost = new BigDecimal(amount);
        return new CostLine(
                category,
                dimensions,
                new Amounts(cost, cost, cost, cost),
                quantity == null ? null : new BigDecimal(quantity),
                rows);
    }

    private Optional<Company> then = Optional.empty();

    /// What was known of the company a week earlier.
    Company lastMail(Company company) {
        then = Optional.of(company.settledThrough(WEEK.previous().sunday()));
        return this;
    }

    private Earlier earlier(Company known) {
        var before = new TreeMap<>(known.days);
        var now = new TreeMap<>(days);
        before.entrySet().removeIf(day -> day.getValue().equals(days.get(day.getKey())));
        now.entrySet().removeIf(day -> day.getValue().equals(known.days.get(day.getKey())));
        var current = execution("aws-cur", "2026-05", "20260513T021500Z", "CUR 2.0", 181_204).id();
        var last = execution("aws-cur", "2026-05", "20260506T020900Z", "CUR 2.0", 90_117).id();
        return new Earlier(
                AS_OF.minusSeconds(7 * 86_400),
                known.ledger(),
                List.of(
                        new Earlier.Replaced(
                                Optional.of(last),
                                current,
                                false,
                                new Earlier.Differing(before, now))));
    }

    Plan plan() {
        var basis =
                new Plan.Basis(
                        "Operational excellence",
                        "USD",
                        START,
                        Metric.EFFECTIVE,
                        new BigDecimal("0.02"),
                        Map.of("Tax", false, "Credit", countsCredits));
        return new Plan(
                "5f2a9c1e77d04b18",
                basis,
                categories,
                scorecard,
                List.of(),
                List.of(),
                Optional.of(new NonProduction(List.of(), 12)));
    }

    private Map<String, NavigableMap<LocalDate, BigDecimal>> measured = Map.of();

    Company measures(Plan.Scorecard of) {
        scorecard = of;
        return this;
    }

    private Estimates estimates = Estimates.NONE;

    /// So much a day from the first of the month on, to two days after the week.
    Company estimated(String series, String perDay) {
        var amounts = new TreeMap<LocalDate, BigDecimal>();
        var last = WEEK.sunday().plusDays(2);
        for (int i = 1; i <= last.getDayOfMonth(); i++) {
            amounts.put(
                    last.withDayOfMonth(i), new BigDecimal(perDay).multiply(BigDecimal.valueOf(i)));
        }
        var all = new TreeMap<>(estimates.now());
        all.put(series, amounts);
        estimates = new Estimates(all, all, new TreeMap<>());
        return this;
    }

    Company measured(Map<String, NavigableMap<LocalDate, BigDecimal>> values) {
        measured = values;
        return this;
    }

    private Optional<Recommended> advice = Optional.empty();

    Company advised(LocalDate day, Recommended.Group... groups) {
        advice = Optional.of(new Recommended(day, List.of(groups)));
        return this;
    }

    private boolean countsCredits;

    Company countingCredits() {
        countsCredits = true;
        return this;
    }

    Ledger ledger() {
        var known = new TreeMap<String, NavigableSet<LocalDate>>();
        known.put("aws-cur", new TreeSet<>(span()));
        var lags =
                Map.of(
                        "aws-cur", new Settled.Lag(2, Settled.Source.MEASURED, 92),
                        "saas-focus", new Settled.Lag(3, Settled.Source.ASSUMED, 4));
        return new Ledger(
                        days,
                        new Coverage(known, Set.copyOf(silent)),
                        new Settled(settledThrough, lags, silent),
                        List.of())
                .with(days, then.map(this::earlier))
                .with(measured)
                .with(estimates)
                .with(advice);
    }

    Provenance provenance() {
        return new Provenance(
                AS_OF,
                List.of(
                        execution("aws-cur", "2026-05", "20260513T021500Z", "CUR 2.0", 181_204),
                        execution("aws-cur", "2026-04", "20260504T031000Z", "CUR 2.0", 412_377),
                        execution("saas-focus", "2026-04", "2026-05-02", "FOCUS 1.2", 96)),
                plan().id(),
                "a3",
                "0.1.0");
    }

    private static Execution execution(
            String export, String period, String id, String format, long rows) {
        return new Execution(
                new Execution.Id(
                        export, YearMonth.parse(period), id, Instant.parse("2026-05-13T02:15:00Z")),
                new Execution.Source(format, "exports/" + export + "/manifest.json"),
                List.of(new Execution.FileRead("part-0.parquet", "9b2cf5", 1_048_576, rows)),
                Map.of());
    }

    private List<LocalDate> span() {
        return from.datesUntil(WEEK.sunday().plusDays(1)).toList();
    }

    private void add(LocalDate day, CostLine line) {
        days.computeIfAbsent(day, _ -> new ArrayList<>()).add(line);
    }

    private static CostLine line(
            String category,
            String provider,
            @Nullable String service,
            String charge,
            String currency,
            BigDecimal amount) {
        var dimensions =
                new Dimensions(
                        currency,
                        new Dimensions.Service(provider, service, null),
                        new Dimensions.SubAccount(null, null),
                        null,
                        new Dimensions.Charge(charge, null, null, null, null, null),
                        Map.of());
        var amounts = new Amounts(amount, amount, amount.multiply(new BigDecimal("1.1")), amount);
        return new CostLine(category, dimensions, amounts, null, 1);
    }
}
