package dev.glidepath.core.lever;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.lever.Lever.Kind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

class LeversTest {

    @ParameterizedTest
    @CsvSource({
        "BoxUsage:m5.large, ON_DEMAND X86 SPOT",
        "EUC1-BoxUsage:m7g.4xlarge, ON_DEMAND SPOT",
        "APN1-BoxUsage:m4.16xlarge, ON_DEMAND X86 SPOT PREVIOUS_GENERATION",
        "USW2-BoxUsage:t2.micro, ON_DEMAND X86 SPOT PREVIOUS_GENERATION",
        "BoxUsage:c7gn.metal, ON_DEMAND SPOT",
        "BoxUsage:m7i-flex.large, ON_DEMAND X86 SPOT",
        "BoxUsage:g4dn.xlarge, ON_DEMAND SPOT",
        "BoxUsage:is4gen.medium, ON_DEMAND SPOT",
        "BoxUsage:mac2.metal, ON_DEMAND SPOT",
        "EU-InstanceUsage:db.m3.medium, ON_DEMAND X86 PREVIOUS_GENERATION",
        "Multi-AZUsage:db.r6g.2xl, ON_DEMAND",
        "EU-Multi-AZUsage:db.r4.2xl, ON_DEMAND X86 PREVIOUS_GENERATION",
        "NodeUsage:cache.r7g.large, ON_DEMAND",
        "ESInstance:r6g.large, ON_DEMAND",
        "USE1-Node:dc2.large, ON_DEMAND X86 PREVIOUS_GENERATION",
        "EUC1-Lambda-GB-Second, ON_DEMAND X86",
        "EUC1-Lambda-GB-Second-ARM, ON_DEMAND",
        "USE1-Fargate-vCPU-Hours:perCPU, ON_DEMAND X86",
        "USE1-Fargate-ARM-GB-Hours, ON_DEMAND",
        "EBS:VolumeUsage.gp2, GP2",
        "EUC1-EBS:VolumeUsage.gp2, GP2",
        "EBS:VolumeUsage.gp3, ''",
        "RDS:GP2-Storage, ''",
        "USE1-PublicIPv4:IdleAddress, IDLE_ADDRESSES",
        "EU-ElasticIP:IdleAddress, IDLE_ADDRESSES",
        "USE1-PublicIPv4:InUseAddress, ''",
        "EUC1-NatGateway-Bytes, NAT_DATA",
        "EUC1-NatGateway-Hours, ''",
        "USE1-ExtendedSupport:Yr1-Yr2:MySQL5.7, EXTENDED_SUPPORT",
        "USE1-AmazonEKS-Hours:extendedSupport, EXTENDED_SUPPORT",
        "CPUCredits:t3, ''",
        "DataTransfer-Out-Bytes, ''",
        "3TXDJZ4AKQ7H2B5F, ''"
    })
    void readsUsageTypes(String item, String kinds) {
        var found =
                Levers.of(List.of(line(item, "Usage", "Standard", null, "10")), Metric.EFFECTIVE)
                        .stream()
                        .map(l -> l.kind().name())
                        .collect(Collectors.toSet());
        assertThat(found).isEqualTo(kinds.isEmpty() ? Set.of() : Set.of(kinds.split(" ")));
    }

    @Test
    void saysNothingOfABillWithoutUsageTypes() {
        assertThat(Levers.of(List.of(line(null, "Usage", null, null, "10")), Metric.BILLED))
                .isEmpty();
        assertThat(Levers.of(List.of(), Metric.BILLED)).isEmpty();
    }

    @Test
    void coverageAndUtilisation() {
        var lines =
                List.of(
                        line("BoxUsage:m6i.large", "Usage", "Standard", null, "30"),
                        line("BoxUsage:m6i.large", "Usage", "Committed", "Used", "70"),
                        line("SpotUsage:m6i.large", "Usage", "Dynamic", null, "100"),
                        line("ComputeSP:1yrNoUpfront", "Purchase", "Committed", "Unused", "10"));
        var levers = Levers.of(lines, Metric.EFFECTIVE);
        assertThat(lever(levers, Kind.ON_DEMAND).cost()).isEqualByComparingTo("30");
        assertThat(lever(levers, Kind.ON_DEMAND).of().orElseThrow()).isEqualByComparingTo("100");
        assertThat(lever(levers, Kind.UNUSED_COMMITMENTS).cost()).isEqualByComparingTo("10");
        assertThat(lever(levers, Kind.UNUSED_COMMITMENTS).of().orElseThrow())
                .isEqualByComparingTo("80");
        assertThat(lever(levers, Kind.SPOT).cost()).isEqualByComparingTo("100");
        assertThat(lever(levers, Kind.SPOT).of().orElseThrow()).isEqualByComparingTo("200");
    }

    @Test
    void namesWhatCostsMostOfIt() {
        var volumes =
                List.of(
                        line("EBS:VolumeUsage.gp2", "Usage", "Standard", null, "30"),
                        line("EU-EBS:VolumeUsage.gp2", "Usage", "Standard", null, "20"),
                        line("EU-EBS:VolumeUsage.gp2", "Usage", "Standard", null, "20"));
        assertThat(lever(Levers.of(volumes, Metric.EFFECTIVE), Kind.GP2).largest())
                .contains(new Lever.Where("EU-EBS:VolumeUsage.gp2", "111122223333"));
        var instances =
                List.of(
                        line("BoxUsage:m6i.large", "Usage", "Standard", null, "10"),
                        line("SpotUsage:m6i.large", "Usage", "Dynamic", null, "0"));
        var spot = lever(Levers.of(instances, Metric.EFFECTIVE), Kind.SPOT);
        assertThat(spot.cost()).isZero();
        assertThat(spot.largest()).isEmpty();
    }

    @Test
    void onlyGp2IsEstimatedByAFifth() {
        var lines = List.of(line("EBS:VolumeUsage.gp2", "Usage", "Standard", null, "50"));
        assertThat(lever(Levers.of(lines, Metric.EFFECTIVE), Kind.GP2).estimate().orElseThrow())
                .isEqualByComparingTo("10");
    }

    /// Whatever the bill: a part is at most its whole, the largest first, the same in any order,
    /// and what is no usage is in no lever but that of commitments.
    @Test
    void laws() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<CostLine>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                lines.add(line(random));
            }
            var levers = Levers.of(lines, Metric.EFFECTIVE);
            for (var lever : levers) {
                assertThat(lever.cost().signum()).isNotNegative();
                lever.of().ifPresent(of -> assertThat(lever.cost()).isLessThanOrEqualTo(of));
            }
            assertThat(levers).isSortedAccordingTo((a, b) -> b.cost().compareTo(a.cost()));
            assertThat(sum(levers, Kind.GP2)).isEqualByComparingTo(sum(lines, "gp2"));
            assertThat(sum(levers, Kind.NAT_DATA)).isEqualByComparingTo(sum(lines, "Nat"));
            var kinds = levers.stream().map(Lever::kind).toList();
            assertThat(kinds).doesNotHaveDuplicates();
            assertThat(Levers.of(lines.reversed(), Metric.EFFECTIVE))
                    .containsExactlyInAnyOrderElementsOf(levers);
        }
    }

    private static BigDecimal sum(List<CostLine> lines, String part) {
        return lines.stream()
                .filter(l -> l.dimensions().charge().category().equals("Usage"))
                .filter(l -> String.valueOf(l.dimensions().charge().item()).contains(part))
                .map(l -> Optional.ofNullable(l.amounts().effective()).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<Lever> levers, Kind kind) {
        return levers.stream()
                .filter(l -> l.kind() == kind)
                .map(Lever::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static CostLine line(Random random) {
        var items =
                new String[] {
                    "BoxUsage:m4.large", "EU-BoxUsage:m6g.large", "EBS:VolumeUsage.gp2",
                    "EU-NatGateway-Bytes", "SpotUsage:c6i.large", "EU-InstanceUsage:db.r6g.2xl"
                };
        var item = items[random.nextInt(items.length)];
        boolean used = random.nextInt(4) == 0;
        return line(
                item,
                random.nextInt(5) == 0 ? "Tax" : "Usage",
                used ? "Committed" : item.startsWith("Spot") ? "Dynamic" : "Standard",
                used ? (random.nextInt(3) == 0 ? "Unused" : "Used") : null,
                BigDecimal.valueOf(random.nextInt(1_000_000), 4).toPlainString());
    }

    private static Lever lever(List<Lever> levers, Kind kind) {
        return levers.stream().filter(l -> l.kind() == kind).findFirst().orElseThrow();
    }

    private static CostLine line(
            @Nullable String item,
            String category,
            @Nullable String pricing,
            @Nullable String status,
            String cost) {
        var amount = new BigDecimal(cost);
        var charge = new Dimensions.Charge(category, null, item, pricing, null, status);
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "Amazon EC2", "AmazonEC2"),
                        new Dimensions.SubAccount("111122223333", null),
                        "eu-central-1",
                        charge,
                        Map.of());
        return new CostLine(
                "Infrastructure",
                dimensions,
                new Amounts(amount, amount, amount, amount),
                BigDecimal.ONE,
                1);
    }
}
