package dev.glidepath.local.generate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What happens to the company, and when. Dates count from the first month: `on(1, 9)` is the 9th
/// of the second.
final class Plot {

    static final BigDecimal MONTHS_PER_DAY =
            new BigDecimal("12").divide(new BigDecimal("365.25"), MathContext.DECIMAL64);

    private final LocalDate start;
    private final Catalogue catalogue;
    private final List<Change> changes = new ArrayList<>();

    private record Change(Event event, List<String> items, Function<LocalDate, BigDecimal> factor) {
        boolean spike() {
            return event.per().equals("once");
        }
    }

    Plot(LocalDate start, Catalogue catalogue) {
        this.start = start;
        this.catalogue = catalogue;
        infrastructure();
        operational();
        support();
        compliance();
        newcomer();
    }

    private void infrastructure() {
        step("Right-size the shop's servers", on(1, 9), "0.8", "ec2-web", "ec2-batch");
        step("Expire old reports in S3", on(2, 9), "0.68", "s3-data");
        step("Switch development off at night", on(2, 23), "0.62", "ec2-dev");
        step("Compress what the CDN serves", on(2, 30), "0.8", "cloudfront");
        step("Shrink volumes", on(3, 1), "0.75", "ebs-prod");
        step("Right-size the databases", on(3, 6), "0.8", "rds-prod");
        spike("A backup copied across regions by mistake", on(3, 6), 7, "3.9", "transfer");
        step("Functions on arm64", on(4, 11), "0.7", "lambda");
        step("Halve the search cluster", on(4, 11), "0.5", "opensearch");
        step("Endpoints instead of NAT", on(5, 1), "0.45", "nat");
        step("Fewer Glue workers", on(5, 8), "0.6", "glue");
    }

    private void operational() {
        step("Fewer Chartlight credits", on(1, 2), "0.82", "chartlight");
        step("Clean up mailing lists", on(2, 2), "0.9", "mailforge");
        drift("Hubline seats creep up", "0.0007", "hubline-sales", "hubline-success");
    }

    private void support() {
        step("Self-service answers", on(1, 2), "0.95", "northdesk-agents");
        step("Second shift merged", on(2, 16), "0.916", "northdesk-agents");
        step("Chat before mail", on(4, 4), "0.93", "northdesk-agents");
        step("Seasonal agents leave", on(5, 1), "0.95", "northdesk-agents");
    }

    private void compliance() {
        step(
                "Record fewer resource types",
                on(1, 16),
                "0.62",
                "config-prod",
                "config-dev",
                "config-security");
        step("Auditory renewed for fewer assets", on(2, 2), "0.857", "auditory");
        step("Auditory drops retired assets", on(4, 15), "0.88", "auditory");
        step("GuardDuty without flow logs of test nets", on(4, 20), "0.65", "guardduty-prod");
    }

    private void newcomer() {
        var from = on(3, 15);
        add(
                "Promptly arrives, and no rule matches it",
                List.of("promptly"),
                from,
                day -> day.isBefore(from) ? BigDecimal.ZERO : BigDecimal.ONE);
    }

    LocalDate on(int month, int dayOfMonth) {
        return start.plusMonths(month).plusDays(dayOfMonth - 1L);
    }

    List<Event> events() {
        return changes.stream().map(Change::event).toList();
    }

    /// What a day's regular cost is multiplied with.
    BigDecimal factor(Item item, LocalDate day) {
        var factor = BigDecimal.ONE;
        for (var change : changes) {
            if (change.items().contains(item.key())) {
                factor = factor.multiply(change.factor().apply(day), MathContext.DECIMAL64);
            }
        }
        return factor;
    }

    private void step(String name, LocalDate from, String factor, String... items) {
        var after = new BigDecimal(factor);
        add(name, List.of(items), from, day -> day.isBefore(from) ? BigDecimal.ONE : after);
    }

    private void drift(String name, String perDay, String... items) {
        var slope = new BigDecimal(perDay);
        add(
                name,
                List.of(items),
                start,
                day ->
                        BigDecimal.ONE.add(
                                slope.multiply(
                                        BigDecimal.valueOf(
                                                day.toEpochDay() - start.toEpochDay() + 1))));
    }

    private void spike(String name, LocalDate from, int days, String factor, String item) {
        if (!catalogue.sells(item)) {
            return;
        }
        var times = new BigDecimal(factor);
        var bought = catalogue.item(item);
        var extra =
                daily(bought)
                        .multiply(factor(bought, from))
                        .multiply(times.subtract(BigDecimal.ONE))
                        .multiply(BigDecimal.valueOf(days));
        var to = from.plusDays(days);
        changes.add(
                new Change(
                        new Event(name, from, to, Truth.category(bought), rounded(extra), "once"),
                        List.of(item),
                        day -> day.isBefore(from) || !day.isBefore(to) ? BigDecimal.ONE : times));
    }

    private void add(
            String name, List<String> keys, LocalDate from, Function<LocalDate, BigDecimal> by) {
        var items = keys.stream().filter(catalogue::sells).map(catalogue::item).toList();
        if (items.isEmpty()) {
            return;
        }
        var change = BigDecimal.ZERO;
        for (var item : items) {
            var before = item.demand().monthly().multiply(usual(item, from.minusDays(1)));
            change =
                    change.add(before.multiply(by.apply(from)))
                            .subtract(before.multiply(by.apply(from.minusDays(1))));
        }
        var event =
                new Event(
                        name,
                        from,
                        from,
                        Truth.category(items.getFirst()),
                        rounded(change),
                        "month");
        changes.add(new Change(event, keys, by));
    }

    private BigDecimal usual(Item item, LocalDate day) {
        return changes.stream()
                .filter(c -> !c.spike() && c.items().contains(item.key()))
                .map(c -> c.factor().apply(day))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    static BigDecimal daily(Item item) {
        return item.demand().monthly().multiply(MONTHS_PER_DAY);
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
