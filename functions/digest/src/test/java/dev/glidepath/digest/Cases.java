package dev.glidepath.digest;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.lever.Recommended;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The mails that golden directories hold.
final class Cases {

    private static final LocalDate WEDNESDAY = Company.WEEK.monday().plusDays(2);

    private static final String BOLD = "<b>Bold</b> & \"quoted\"";

    /// Many tests look at all of them.
    private static final Map<String, Rendered> WRITTEN = new ConcurrentHashMap<>();

    private Cases() {}

    static Map<String, Supplier<Rendered>> all() {
        var cases = new LinkedHashMap<String, Supplier<Rendered>>();
        cases.put("usual", () -> write(usual()));
        cases.put("ahead-and-met", () -> write(aheadAndMet()));
        cases.put("on-track", () -> write(onTrack()));
        cases.put("not-enough-data", () -> write(services(Company.usual().from(early()), -2)));
        cases.put("held-unsettled", () -> write(usual().settledThrough(WEDNESDAY)));
        cases.put("nothing-unallocated", () -> write(services(Company.usual(), 4)));
        cases.put("credits-above-cost", () -> write(creditsAboveCost()));
        cases.put("hostile-names", () -> write(hostile(n -> n)));
        cases.put("other-currency", () -> write(otherCurrency()));
        cases.put("scoped", () -> write(usual(), List.of("Support", "Compliance")));
        cases.put("sixty-services", () -> write(many(60, 0)));
        cases.put("millions", () -> write(millions()));
        cases.put("every-step", () -> write(everyStep()));
        cases.put("levers", () -> write(levers()));
        cases.put("recommended", () -> write(recommended()));
        cases.put("recommended-nothing", () -> write(usual().advised(WEDNESDAY)));
        cases.put("restated", () -> write(restated()));
        cases.put("restated-scoped", () -> write(restated(), List.of("Support", "Compliance")));
        cases.put("nothing-restated", () -> write(usual().lastMail(usual())));
        cases.put("half-a-year", () -> write(halfAYear()));
        cases.put("scorecard", () -> write(usual().measures(Measures.shipped())));
        cases.put("scorecard-with-values", () -> write(Measures.withValues(usual())));
        cases.put("programme", () -> write(Programmes.busy()));
        cases.put(
                "programme-scoped",
                () -> write(Programmes.busy(), List.of("Support", "Compliance")));
        cases.put(
                "estimated",
                () ->
                        write(
                                usual().estimated("/", "5310.25")
                                        .estimated("111122223333/AmazonEC2", "5100")));
        cases.put("no-targets", () -> write(small()));
        cases.replaceAll((name, mail) -> () -> WRITTEN.computeIfAbsent(name, _ -> mail.get()));
        return cases;
    }

    /// A bill that says much: every lever, each kind of anomaly, and the system's own cost.
    private static Company levers() {
        var from = LocalDate.of(2026, 2, 2);
        var week = Company.WEEK;
        var company = services(Company.usual(), -4);
        company.daily(from, "BoxUsage:m4.large", "Standard", "31.20");
        company.daily(from, "BoxUsage:m6i.large", "Committed", "50.10");
        company.daily(from, "SpotUsage:c6g.large", "Dynamic", "12.40");
        company.daily(from, "EU-EBS:VolumeUsage.gp2", "Standard", "22.75");
        company.daily(from, "EU-NatGateway-Bytes", "Standard", "9.90");
        company.daily(from, "ExtendedSupport:Yr1-Yr2:MySQL5.7", "Standard", "14.00");
        company.daily(from, "USE1-PublicIPv4:IdleAddress", "Standard", "0.72");
        company.unused(from, "4.15");
        company.awake(from, "EU-BoxUsage:t3.xlarge", "96", "17.51");
        company.own(from, "0.031");
        company.perDay(week.monday().plusDays(1), week.sunday(), "Infrastructure", "480");
        for (int i = 0; i < 7 * 14; i++) {
            var more = BigDecimal.valueOf(200).add(BigDecimal.valueOf(i));
            company.spike(from.plusDays(i), "Support", "Amazon Connect", more.toPlainString());
        }
        company.spike(week.monday().plusDays(3), "Compliance", "AWS Config", "640");
        return company;
    }

    /// Hostile words and a second currency among them.
    private static Company recommended() {
        return usual().advised(
                        Company.WEEK.sunday().plusDays(2),
                        advice(
                                "111122223333",
                                "PurchaseSavingsPlans",
                                "VeryLow",
                                "USD",
                                2,
                                "3120.4"),
                        advice("111122223333", "Rightsize", "Medium", "USD", 14, "811.25"),
                        advice("222233334444", "Rightsize", "Low", "USD", 1, "96"),
                        advice("222233334444", "<b>=Stop\u202e</b>", "High", "USD", 3, "12"),
                        advice("222233334444", "Stop", "VeryLow", "EUR", 5, "70"));
    }

    private static Recommended.Group advice(
            String account, String action, String effort, String currency, long count, String of) {
        return new Recommended.Group(account, action, effort, currency, count, new BigDecimal(of));
    }

    static Rendered named(String name) {
        return Objects.requireNonNull(all().get(name), name).get();
    }

    static Rendered write(Company company) {
        return write(company, List.of());
    }

    static Rendered write(Company company, List<String> scope) {
        var finding = Assess.week(company.plan(), Company.WEEK, scope, company.ledger());
        return DigestWriter.write(finding, company.provenance());
    }

    static Company usual() {
        return services(Company.usual(), -3)
                .service(CostLine.UNALLOCATED, "AWS", "AWS Glue", "1840.55", 12)
                .spike(WEDNESDAY, "Infrastructure", "Amazon Athena", "1312.4471")
                .charge(Company.WEEK.monday(), "Infrastructure", "Tax", "USD", "2210.19")
                .charge(WEDNESDAY, "Infrastructure", "Credit", "USD", "-350.005");
    }

    /// `services` of the company, and `categories` beyond the usual four.
    static Company many(int services, int categories) {
        var company = services(Company.usual(), -3);
        for (int i = 0; i < categories; i++) {
            company.category("Category " + i, "Team " + i, "9000", "8000", "7000");
        }
        for (int i = 0; i < services; i++) {
            var category = categories == 0 ? "Infrastructure" : "Category " + i % categories;
            company.service(
                    category, "Vendor " + i % 7, "Service number " + i, "" + (90 + 13 * i), i % 9);
        }
        return company;
    }

    /// Thirty categories whose names and owners are as long as they may be, of characters that HTML
    /// writes as five.
    static Company thirtyHostile() {
        var company = Company.usual();
        for (int i = 0; i < 30; i++) {
            var name = ("<\"'&>" + i + " ").repeat(40);
            company.category("C" + i + name, "O" + i + name, "9000", "8000", "7000")
                    .service("C" + i + name, name, "S" + i + name, "" + (6000 + 90 * i), i % 9 - 4);
        }
        return company;
    }

    private static Company services(Company company, int drift) {
        return company.service("Infrastructure", "AWS", "Amazon EC2", "27400", drift)
                .service("Infrastructure", "AWS", "Amazon S3", "9120.75", drift + 6)
                .service("Infrastructure", "AWS", "Amazon RDS", "11230.4", drift - 8)
                .service("Operational", "Datadog", "Observability platform", "38200", drift)
                .service("Operational", "Snowflake", "Data warehouse", "52900", drift - 4)
                .service("Support", "Zendesk", "Support suite", "18300.5", drift + 2)
                .service("Support", "AWS", "AWS Support (Business)", "8900", 0)
                .service("Compliance", "Vanta", "Compliance automation", "11950", 0)
                .service("Compliance", "AWS", "AWS Config", "5200.25", drift);
    }

    /// A commitment ended on 2 April, and data were moved away from the warehouse in January.
    static Company halfAYear() {
        return services(Company.usual().from(Company.WEEK.minus(26).monday()), -3)
                .perDay(LocalDate.of(2026, 4, 2), Company.WEEK.sunday(), "Infrastructure", "320")
                .perDay(
                        Company.WEEK.minus(26).monday(),
                        LocalDate.of(2026, 1, 20),
                        "Operational",
                        "410");
    }

    private static Company aheadAndMet() {
        return Company.usual()
                .service("Infrastructure", "AWS", "Amazon EC2", "29000", -1)
                .service("Operational", "Snowflake", "Data warehouse", "81000", -9)
                .service("Support", "Zendesk", "Support suite", "19800", 0)
                .service("Compliance", "Vanta", "Compliance automation", "11000", 0);
    }

    private static Company onTrack() {
        return Company.usual()
                .service("Infrastructure", "AWS", "Amazon EC2", "44200", -2)
                .service("Operational", "Snowflake", "Data warehouse", "89500", -6)
                .service("Support", "Zendesk", "Support suite", "27300", -4)
                .service("Compliance", "Vanta", "Compliance automation", "17200", -4);
    }

    private static Company creditsAboveCost() {
        return services(Company.usual().countingCredits(), 0)
                .charge(WEDNESDAY, "Operational", "Credit", "USD", "-60000.55");
    }

    private static Company otherCurrency() {
        return usual().charge(WEDNESDAY, "Support", "Usage", "EUR", "12.34")
                .charge(WEDNESDAY, "Support", "Usage", "CHF", "-1.005")
                .silent("old-vendor");
    }

    /// @param name what to make of each name
    static Company hostile(UnaryOperator<String> name) {
        return Company.usual()
                .category(name.apply(BOLD), name.apply("'; DROP TABLE owners; --"), "9", "8", "7")
                .service(
                        "Infrastructure",
                        name.apply("=cmd()"),
                        name.apply("<script>alert(1)</script>"),
                        "20000",
                        30)
                .service(
                        "Infrastructure",
                        name.apply("\u202eevil\u0007"),
                        name.apply("\"><img src=x>"),
                        "12000",
                        -30)
                .service("Operational", "AWS", name.apply("x".repeat(400)), "70000", 20)
                .service(
                        "Support",
                        name.apply("javascript:alert(2)"),
                        name.apply("@if(true)${7*7}"),
                        "25000",
                        -25)
                .service(name.apply(BOLD), "AWS", name.apply("line\r\nbreak"), "900", 60)
                .service("Compliance", "AWS", null, "16000", 9);
    }

    private static Company millions() {
        return Company.usual()
                .category("Artificial intelligence platform", "", "12500000", "9000000", "7500000")
                .service(
                        "Artificial intelligence platform",
                        "AWS",
                        "Amazon SageMaker",
                        "11987654",
                        5)
                .service("Operational", "Snowflake", "Data warehouse", "1234567.89", -4);
    }

    private static Company small() {
        return new Company().service(CostLine.UNALLOCATED, "AWS", "Amazon S3", "812.5", 3);
    }

    /// Each step of why a week moved.
    static Company everyStep() {
        var company = aheadAndMet().countingCredits();
        for (var week : List.of(Company.WEEK.previous(), Company.WEEK)) {
            boolean is = week.equals(Company.WEEK);
            stepsOfUsage(company, week, is);
            stepsOfCommitments(company, week, is);
            company.daily(
                    week.monday(),
                    week.sunday(),
                    "Infrastructure",
                    is ? "Amazon Bedrock" : "Amazon Kendra",
                    used(is ? "InvokeModel" : "Index-Hours", is ? "1M tokens" : "Hrs"),
                    "24",
                    is ? "61.4" : "33.75");
        }
        return company.fee(YearMonth.of(2026, 4), "Support", "AWS Support (Business)", "1800")
                .fee(YearMonth.of(2026, 5), "Support", "AWS Support (Business)", "1950")
                .charge(WEDNESDAY, "Operational", "Credit", "USD", "-212.345");
    }

    private static void stepsOfUsage(Company company, Week week, boolean is) {
        company.daily(
                        week.monday(),
                        week.sunday(),
                        "Infrastructure",
                        "Amazon EC2",
                        used("BoxUsage:m6i.large", "Hrs"),
                        is ? "1104" : "960",
                        is ? "105.984" : "92.16")
                .daily(
                        week.monday(),
                        week.sunday(),
                        "Infrastructure",
                        "Amazon RDS",
                        used(
                                is ? "InstanceUsage:db.r7g.large" : "InstanceUsage:db.r5.large",
                                "Hrs"),
                        "120",
                        is ? "28.68" : "34.8")
                .daily(
                        week.monday(),
                        week.sunday(),
                        "Infrastructure",
                        "Amazon S3",
                        used("TimedStorage-ByteHrs", "GB-Mo"),
                        "2150.5",
                        is ? "50.53675" : "49.4615");
    }

    private static void stepsOfCommitments(Company company, Week week, boolean is) {
        var item = "BoxUsage:c6i.4xlarge";
        var covered =
                new Dimensions.Charge("Usage", null, item, "Committed", "plan-7", "Used", "Hrs");
        company.daily(
                week.monday(),
                week.sunday(),
                "Infrastructure",
                "Amazon EC2",
                is ? used(item, "Hrs") : covered,
                "240",
                is ? "163.2" : "117.504");
    }

    private static Dimensions.Charge used(String item, String unit) {
        return new Dimensions.Charge("Usage", null, item, "Standard", null, null, unit);
    }

    static Company restated() {
        var last = Company.WEEK.previous();
        return usual().countingCredits()
                .charge(last.sunday(), "Support", "Credit", "USD", "-75.335")
                .daily(
                        last.minus(1).monday(),
                        last.minus(1).sunday(),
                        "Infrastructure",
                        "Amazon S3",
                        used("Requests-Tier1", "Requests"),
                        "88000",
                        "0.44")
                .lastMail(usual().countingCredits());
    }

    private static LocalDate early() {
        return Company.WEEK.monday().minusDays(9);
    }
}
