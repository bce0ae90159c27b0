package dev.glidepath.core.lever;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.lever.Lever.Kind;
import dev.glidepath.core.lever.Lever.Where;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the levers in the lines of some days.
public final class Levers {

    /// gp3 is a fifth cheaper than gp2 for the same size, before provisioned IOPS and throughput.
    ///
    /// Source: "Amazon EBS pricing" and "Migrate Amazon EBS volumes from gp2 to gp3", AWS.
    private static final BigDecimal GP3_CHEAPER_BY = new BigDecimal("0.2");

    private static final Comparator<Lever> LARGEST_FIRST =
            Comparator.comparing(Lever::cost).reversed();

    private final List<CostLine> usage;
    private final Metric metric;

    private Levers(List<CostLine> usage, Metric metric) {
        this.usage = usage;
        this.metric = metric;
    }

    /// The same, and what of non-production runs at night.
    ///
    /// @param days all of them, each with all of its lines
    /// @param weekdayHours in which non-production is needed; empty where the plan does not say
    public static List<Lever> of(
            NavigableMap<LocalDate, List<CostLine>> days, Metric metric, OptionalInt weekdayHours) {
        var lines = days.values().stream().flatMap(List::stream).toList();
        return Stream.concat(
                        of(lines, metric).stream(),
                        weekdayHours.stream()
                                .boxed()
                                .flatMap(hours -> Nights.of(days, metric, hours).stream()))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    /// Largest first. A lever that the lines say nothing of is not there.
    ///
    /// @param lines in all dimensions and of one currency
    /// @param metric in which all but commitments are told
    public static List<Lever> of(List<CostLine> lines, Metric metric) {
        var usage =
                lines.stream()
                        .filter(l -> l.dimensions().charge().category().equals("Usage"))
                        .toList();
        return Stream.concat(
                        Stream.of(
                                commitments(lines), new Levers(usage, Metric.EFFECTIVE).onDemand()),
                        new Levers(usage, metric).others())
                .flatMap(Optional::stream)
                .sorted(LARGEST_FIRST)
                .toList();
    }

    /// What is unused is a fee, of whatever charge category the export makes it.
    private static Optional<Lever> commitments(List<CostLine> lines) {
        return new Levers(lines, Metric.EFFECTIVE)
                .share(
                        Kind.UNUSED_COMMITMENTS,
                        l -> has(l, "Unused"),
                        l -> has(l, "Unused") || has(l, "Used"));
    }

    private Optional<Lever> onDemand() {
        return share(
                Kind.ON_DEMAND,
                l -> UsageType.isCommittable(l) && isPriced(l, "Standard"),
                l -> UsageType.isCommittable(l) && (isPriced(l, "Standard") || has(l, "Used")));
    }

    private Stream<Optional<Lever>> others() {
        return Stream.of(
                share(
                        Kind.SPOT,
                        l -> UsageType.isEc2(l) && isPriced(l, "Dynamic"),
                        UsageType::isEc2),
                share(Kind.PREVIOUS_GENERATION, UsageType::isPrevious, UsageType::isInstance)
                        .filter(Levers::isSpent),
                share(Kind.X86, UsageType::isX86, UsageType::isEither).filter(Levers::isSpent),
                cost(Kind.GP2, l -> UsageType.is(l, "EBS:VolumeUsage.gp2"))
                        .map(Levers::withEstimate),
                cost(Kind.NAT_DATA, l -> UsageType.is(l, "NatGateway-Bytes")),
                cost(Kind.EXTENDED_SUPPORT, l -> UsageType.names(l, "extendedsupport")),
                cost(Kind.IDLE_ADDRESSES, Levers::isIdleAddress));
    }

    private static boolean isIdleAddress(CostLine line) {
        return UsageType.is(line, "PublicIPv4:IdleAddress")
                || UsageType.is(line, "ElasticIP:IdleAddress");
    }

    private Optional<Lever> cost(Kind kind, Predicate<CostLine> part) {
        return Optional.of(lever(kind, part, Optional.empty())).filter(Levers::isSpent);
    }

    private Optional<Lever> share(Kind kind, Predicate<CostLine> part, Predicate<CostLine> whole) {
        return Optional.of(sum(whole))
                .filter(of -> of.signum() > 0)
                .map(of -> lever(kind, part, Optional.of(of)));
    }

    private Lever lever(Kind kind, Predicate<CostLine> part, Optional<BigDecimal> of) {
        return new Lever(kind, sum(part), of, Optional.empty(), largest(part));
    }

    private static Lever withEstimate(Lever lever) {
        return new Lever(
                lever.kind(),
                lever.cost(),
                lever.of(),
                Optional.of(lever.cost().multiply(GP3_CHEAPER_BY)),
                lever.largest());
    }

    private static boolean isSpent(Lever lever) {
        return lever.cost().signum() > 0;
    }

    private BigDecimal sum(Predicate<CostLine> part) {
        return usage.stream()
                .filter(part)
                .map(this::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<Where> largest(Predicate<CostLine> part) {
        var sums = new HashMap<Where, BigDecimal>();
        usage.stream()
                .filter(part)
                .forEach(l -> sums.merge(Where.of(l), amount(l), BigDecimal::add));
        return sums.entrySet().stream()
                .filter(e -> e.getValue().signum() > 0)
                .max(
                        Map.Entry.<Where, BigDecimal>comparingByValue()
                                .thenComparing(e -> e.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    private BigDecimal amount(CostLine line) {
        var amount = line.amounts().of(metric);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static boolean has(CostLine line, String status) {
        return status.equals(line.dimensions().charge().commitmentStatus());
    }

    private static boolean isPriced(CostLine line, String pricing) {
        return pricing.equals(line.dimensions().charge().pricing());
    }
}
