package dev.glidepath.digest;

import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Action;
import dev.glidepath.core.plan.Initiative;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A company that does something: savings of each kind and state, initiatives and actions.
final class Programmes {

    private static final LocalDate FIRST = Company.START.minusDays(28);
    private static final LocalDate LAST = Company.WEEK.sunday();

    private Programmes() {}

    static Company busy() {
        var company = Company.usual().from(FIRST);
        priced(company, "Amazon EC2", "BoxUsage:m5.large", "5000", "0.2", 70, "5000", "0.15");
        priced(
                company,
                "Amazon RDS",
                "InstanceUsage:db.r6g.large",
                "1600",
                "0.25",
                80,
                "900",
                "0.25");
        priced(company, "AWS Lambda", "Lambda-GB-Second", "90000", "0.001", 60, "140000", "0.0008");
        priced(company, "Amazon S3", "TimedStorage-ByteHrs", "9000", "0.023", 120, "6000", "0.023");
        for (var month = YearMonth.from(FIRST);
                !month.isAfter(YearMonth.from(LAST));
                month = month.plusMonths(1)) {
            company.fee(month, "Support", "AWS Support (Business)", "8900");
        }
        company.service("Compliance", "Vanta", "Compliance automation", "11950", 0)
                .service("Operational", "Snowflake", "Data warehouse", "62900", 0)
                .service("Support", "Zendesk", "Support suite", "18300.5", 0);
        company.perDay(FIRST, Company.START.plusDays(30), "Operational", "150");
        company.perDay(Company.START.plusDays(80), LAST, "Operational", "150");
        return company.doing(initiatives(), actions());
    }

    /// The same initiatives, of a bill of three weeks.
    static Company ofThreeWeeks() {
        var from = Company.WEEK.minus(2).monday();
        return Company.usual()
                .from(from)
                .perDay(from, LAST, "Operational", "150")
                .doing(initiatives(), actions());
    }

    private static void priced(
            Company company,
            String service,
            String item,
            String quantity,
            String price,
            int after,
            String less,
            String cheaper) {
        var used = new Dimensions.Charge("Usage", null, item, "Standard", null, null, "Hrs");
        var change = Company.START.plusDays(after);
        company.daily(
                        FIRST,
                        change.minusDays(1),
                        "Infrastructure",
                        service,
                        used,
                        quantity,
                        new BigDecimal(quantity).multiply(new BigDecimal(price)).toPlainString())
                .daily(
                        change,
                        LAST,
                        "Infrastructure",
                        service,
                        used,
                        less,
                        new BigDecimal(less).multiply(new BigDecimal(cheaper)).toPlainString());
    }

    private static List<Initiative> initiatives() {
        return List.of(
                initiative("Right-sizing", "80000", "240000", "Infrastructure", 45, "20000"),
                initiative("Commitments", "10000", "60000", "Infrastructure", 60, "10000"),
                initiative("Fewer tools", "30000", "90000", "Operational", 20, "12500"),
                new Initiative(
                        "Self-service <b>answers</b>",
                        figures("50000", "150000"),
                        12,
                        "Medium",
                        List.of("Support"),
                        new Initiative.Course(Optional.empty(), new TreeMap<>())));
    }

    private static Initiative initiative(
            String name,
            String investment,
            String saving,
            String moves,
            int started,
            String invested) {
        var start = Company.START.plusDays(started);
        NavigableMap<LocalDate, BigDecimal> spent =
                new TreeMap<>(Map.of(start, new BigDecimal(invested)));
        return new Initiative(
                name,
                figures(investment, saving),
                12,
                "High",
                List.of(moves),
                new Initiative.Course(Optional.of(start), spent));
    }

    private static Initiative.Figures figures(String investment, String saving) {
        var cost = new BigDecimal(investment);
        return new Initiative.Figures(
                cost, new BigDecimal(saving), new BigDecimal(saving).divide(cost));
    }

    private static List<Action> actions() {
        var sunday = Company.WEEK.sunday();
        return List.of(
                action(
                        "Foundation",
                        "Deploy monitoring",
                        "Platform team",
                        sunday.minusDays(40),
                        sunday.minusDays(2)),
                action("Foundation", "Set up backups", "Platform team", sunday.minusDays(40), null),
                action(
                        "Foundation",
                        "Report automatically",
                        "Data team",
                        sunday.minusDays(5),
                        null),
                action("Enhancement", "Buy commitments", "Platform team", sunday.plusDays(9), null),
                action(
                        "Enhancement",
                        "Halve the clusters",
                        "Platform team",
                        sunday.plusDays(20),
                        null),
                action("Enhancement", "Answer by chat", "Customer care", sunday.plusDays(12), null),
                action(
                        "Optimization",
                        "Renew for fewer seats",
                        "Operations",
                        sunday.plusDays(200),
                        null));
    }

    private static Action action(
            String phase, String text, String owner, LocalDate due, @Nullable LocalDate done) {
        return new Action(phase, text, owner, due, done != null, Optional.ofNullable(done));
    }
}
