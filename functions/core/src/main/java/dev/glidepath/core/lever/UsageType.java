package dev.glidepath.core.lever;

import dev.glidepath.core.cost.CostLine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What AWS's usage types say, with a region in front or without: `EUC1-BoxUsage:m5.large`. Other
/// providers' items, and SKUs that are mere numbers, say nothing.
final class UsageType {

    private static final Pattern INSTANCE =
            Pattern.compile(
                    "(?:^|-)(?:[A-Za-z]+-)?[A-Za-z]*(?:Usage|ESInstance|Node):"
                            + "(?:db\\.|cache\\.)?([a-z]+\\d+[a-z0-9-]*)\\.[a-z0-9-]+$");
    private static final Pattern EC2 =
            Pattern.compile("(?:^|-)(?:BoxUsage|SpotUsage|DedicatedUsage):.+");
    private static final Pattern RDS =
            Pattern.compile("(?:^|-)(?:InstanceUsage|Multi-AZUsage):db\\..+");
    private static final Pattern SERVERLESS =
            Pattern.compile(
                    "(?:^|-)(?:Lambda(?:-[A-Za-z]+)*-GB-Second(?:-ARM)?"
                            + "|Fargate(?:-ARM)?-(?:vCPU|GB)-Hours(?::.+)?)$");
    private static final Pattern GRAVITON = Pattern.compile("[a-z]+\\d+[a-z]*g[a-z]*(?:-.*)?|a1");

    /// Graphics, machine learning, Apple and field-programmable ones have no Graviton twin.
    private static final Pattern ACCELERATED =
            Pattern.compile("(?:g|gr|p|trn|inf|dl|f|vt|mac)\\d.*");

    /// Families of AWS's fourth generation and before. EC2's API has "CurrentGeneration: false" for
    /// t1, m1 to m4, c1 to c4, r3, r4, i2, d2 and a1, and has no more of cc2, cr1, hs1, g2, g3, p2
    /// and f1. It still calls t2, i3 and x1 current, which t3, i4i and x2 have replaced.
    ///
    /// Source: `DescribeInstanceTypes` as moto 5.2 has recorded it; "Previous Generation
    /// Instances", AWS; `CacheNode`, ElastiCache API reference.
    private static final Set<String> PREVIOUS =
            Set.of(
                    "t1", "t2", "m1", "m2", "m3", "m4", "c1", "c3", "c4", "cc2", "cr1", "r3", "r4",
                    "i2", "i3", "d2", "hs1", "x1", "g2", "g3", "g3s", "p2", "f1", "a1", "dc1",
                    "ds2", "dc2");

    private UsageType() {}

    /// What can be stopped over night and started again: instances of EC2 and RDS.
    ///
    /// Source: "Instance Scheduler on AWS", AWS Solutions.
    static boolean isStoppable(CostLine line) {
        return isEc2(line) || fits(RDS, line);
    }

    static boolean isInstance(CostLine line) {
        return family(line).isPresent();
    }

    static boolean isEc2(CostLine line) {
        return fits(EC2, line);
    }

    /// What a compute savings plan or a reservation could cover.
    static boolean isCommittable(CostLine line) {
        return isInstance(line) || fits(SERVERLESS, line);
    }

    static boolean isPrevious(CostLine line) {
        return family(line).filter(PREVIOUS::contains).isPresent();
    }

    /// Compute that there is on x86 and on Graviton.
    static boolean isEither(CostLine line) {
        return fits(SERVERLESS, line)
                || family(line).filter(f -> !ACCELERATED.matcher(f).matches()).isPresent();
    }

    static boolean isX86(CostLine line) {
        return isEither(line)
                && (fits(SERVERLESS, line)
                        ? !item(line).contains("-ARM")
                        : family(line).filter(f -> GRAVITON.matcher(f).matches()).isEmpty());
    }

    /// Whether it is this, after a region.
    static boolean is(CostLine line, String usage) {
        var item = item(line);
        return item.equals(usage) || item.endsWith("-" + usage);
    }

    static boolean names(CostLine line, String part) {
        return item(line).toLowerCase(Locale.ROOT).contains(part);
    }

    private static boolean fits(Pattern pattern, CostLine line) {
        return pattern.matcher(item(line)).find();
    }

    private static Optional<String> family(CostLine line) {
        var match = INSTANCE.matcher(item(line));
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static String item(CostLine line) {
        var item = line.dimensions().charge().item();
        return item == null ? "" : item;
    }
}
