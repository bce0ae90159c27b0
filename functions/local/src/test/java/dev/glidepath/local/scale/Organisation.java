package dev.glidepath.local.scale;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Who is billed: each account uses each service in each category, every day, so that a day has
/// `accounts × services × categories` lines.
final class Organisation {

    static final LocalDate START = LocalDate.of(2026, 3, 1);

    private final int categories;

    /// Per account, service and category.
    private final List<CostLine> alike;

    private final int each;

    Organisation(int accounts, int services, int categories) {
        this.categories = categories;
        this.each = services * categories;
        this.alike = alike(accounts, services, categories);
    }

    int lines() {
        return alike.size();
    }

    /// As many accounts, services and categories as lines of totals.
    int totals() {
        return each;
    }

    Plan plan() {
        return ((PlanFile.Valid) PlanFile.read(planText())).plan();
    }

    String planText() {
        var names = IntStream.range(0, categories).mapToObj(Organisation::category);
        return """
        name: At scale
        currency: USD
        start: %s
        charge categories: {usage: counted, purchase: counted, tax: excluded, credit: excluded, adjustment: counted}
        categories:
        %s
        recipients:
          - {email: all@example.com, scope: all}
        """
                .formatted(START, names.collect(Collectors.joining("\n")));
    }

    /// @param edition another one has other amounts
    List<CostLine> day(LocalDate day, int edition) {
        return IntStream.range(0, alike.size())
                .mapToObj(i -> times(alike.get(i), amount(day, i, edition)))
                .toList();
    }

    /// The same cost, all of it of the first account.
    List<CostLine> ofOneAccount(LocalDate day, int edition) {
        var lines = day(day, edition);
        return IntStream.range(0, each)
                .mapToObj(i -> IntStream.iterate(i, j -> j < lines.size(), j -> j + each))
                .map(same -> same.mapToObj(lines::get).reduce(Organisation::sum).orElseThrow())
                .toList();
    }

    private static CostLine sum(CostLine a, CostLine b) {
        return new CostLine(
                a.category(),
                a.dimensions(),
                a.amounts().plus(b.amounts()),
                a.quantity().add(b.quantity()),
                a.rows() + b.rows());
    }

    private static CostLine times(CostLine line, BigDecimal billed) {
        var list = billed.multiply(new BigDecimal("1.1"));
        return new CostLine(
                line.category(),
                line.dimensions(),
                new Amounts(billed, billed, list, billed),
                billed.multiply(BigDecimal.TEN),
                24);
    }

    /// Some dollars, with the ten digits that bills have.
    private static BigDecimal amount(LocalDate day, int line, int edition) {
        long mixed = ((day.toEpochDay() * 1_000_003 + line) * 0x9E3779B97F4A7C15L) >>> 40;
        return BigDecimal.valueOf(30_000_000_000L + mixed * 1_117 + edition, 10);
    }

    private static List<CostLine> alike(int accounts, int services, int categories) {
        var lines = new ArrayList<CostLine>();
        for (int account = 0; account < accounts; account++) {
            for (int service = 0; service < services; service++) {
                for (int category = 0; category < categories; category++) {
                    lines.add(line(account, service, category));
                }
            }
        }
        return List.copyOf(lines);
    }

    private static CostLine line(int account, int service, int category) {
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service(
                                "Amazon Web Services",
                                "Amazon Service of Kind %02d".formatted(service),
                                "AmazonService%02d".formatted(service)),
                        new Dimensions.SubAccount(
                                Long.toString(100_000_000_000L + account), "Account " + account),
                        "us-east-" + (1 + (account + service) % 4),
                        new Dimensions.Charge(
                                "Usage",
                                null,
                                "USE1-Usage:of.kind." + service,
                                "Standard",
                                null,
                                null,
                                "Hrs"),
                        Map.of("tag:slice", "s" + category));
        return new CostLine(name(category), dimensions, Amounts.NONE, BigDecimal.ONE, 24);
    }

    private static String category(int number) {
        return "  - {name: %s, owner: Owner %s, baseline: 900K, milestones: {12M: 500K}, match: [{tag: {slice: s%s}}]}"
                .formatted(name(number), number, number);
    }

    private static String name(int category) {
        return "Category " + (char) ('A' + category);
    }
}
