package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Billed and effective cost of every line item type, as CUR defines them.
class CurCostsTest {

    private static final String COLUMNS =
            "lineItem/LineItemType,lineItem/UnblendedCost,lineItem/CurrencyCode,lineItem/UsageStartDate,"
                    + "lineItem/UsageEndDate,lineItem/ProductCode,lineItem/LineItemDescription,lineItem/Operation,"
                    + "savingsPlan/SavingsPlanARN,savingsPlan/SavingsPlanEffectiveCost,"
                    + "savingsPlan/TotalCommitmentToDate,savingsPlan/UsedCommitment,reservation/ReservationARN,"
                    + "reservation/EffectiveCost,reservation/UnusedAmortizedUpfrontFeeForBillingPeriod,"
                    + "reservation/UnusedRecurringFee,pricing/publicOnDemandCost\n";

    private static final String ROWS =
            """
            Usage,10,USD,S,E,AmazonEC2,x,RunInstances,,,,,,,,,10
            Usage,0,USD,S,E,AmazonEC2,x,EKSPod-EC2,,,,,,,,,99
            SavingsPlanCoveredUsage,8,USD,S,E,AmazonEC2,x,RunInstances,arn:sp,5.5,,,,,,,8
            SavingsPlanNegation,-8,USD,S,E,AmazonEC2,x,RunInstances,arn:sp,,,,,,,,-8
            SavingsPlanRecurringFee,7,USD,S,E,ComputeSavingsPlans,x,,arn:sp,,7,5.5,,,,,
            SavingsPlanUpfrontFee,100,USD,S,E,ComputeSavingsPlans,x,,arn:sp,,,,,,,,
            DiscountedUsage,0,USD,S,E,AmazonRDS,x,CreateDBInstance,,,,,arn:ri,3.25,,,4
            RIFee,6,USD,S,E,AmazonRDS,x,,,,,,arn:ri,,0.5,0.25,
            Fee,50,USD,S,E,AmazonRDS,x,,,,,,arn:ri,,,,
            Fee,2,USD,S,E,AmazonRegistrar,x,,,,,,,,,,
            Refund,-1,USD,S,E,ComputeSavingsPlans,Refund for one-time fee for Savings Plan ID: 1,,,,,,,,,,
            Refund,-3,USD,S,E,AmazonEC2,a refund,,,,,,,,,,
            Tax,1.5,USD,S,E,AmazonEC2,x,,,,,,,,,,
            Credit,-2,USD,S,E,AmazonEC2,x,,,,,,,,,,
            EdpDiscount,-0.75,USD,S,E,AmazonEC2,x,,,,,,,,,,
            """
                    .replace(",S,E,", ",2026-05-03T00:00:00Z,2026-05-04T00:00:00Z,");

    @TempDir Path folder;

    @Test
    void effectiveCostIsAmortisedByTheFullRule() {
        var charges = new Bill(folder).csv(COLUMNS + ROWS);
        var amounts = Bill.totals(charges).amounts();

        assertThat(amounts.billed()).isEqualByComparingTo("169.75");
        // 10 + 5.5 + (7 − 5.5) + 3.25 + 0.75 + 2 − 3 + 1.5 − 2 − 0.75
        assertThat(amounts.effective()).isEqualByComparingTo("18.75");
        assertThat(amounts.list()).isEqualByComparingTo("22");
        assertThat(effectiveByCategory(charges))
                .containsEntry("Usage", new BigDecimal("18"))
                .containsEntry("Purchase", new BigDecimal("4.25"))
                .containsEntry("Adjustment", new BigDecimal("-3"))
                .containsEntry("Tax", new BigDecimal("1.5"))
                .containsEntry("Credit", new BigDecimal("-2"));
    }

    @Test
    void theNetCostCountsWhereARowHasOne() {
        var header =
                COLUMNS.replace("\n", ",lineItem/NetUnblendedCost,reservation/NetEffectiveCost\n");
        var rows =
                ROWS.lines()
                        .map(
                                row ->
                                        row.startsWith("Usage,10")
                                                ? row + ",9,"
                                                : row.startsWith("DiscountedUsage")
                                                        ? row + ",,3"
                                                        : row + ",,")
                        .collect(Collectors.joining("\n"));
        var amounts = Bill.totals(new Bill(folder).csv(header + rows)).amounts();

        assertThat(amounts.billed()).isEqualByComparingTo("168.75");
        assertThat(amounts.effective()).isEqualByComparingTo("17.5");
    }

    @Test
    void onlyTheRefundOfAnUpfrontFeeCostsNothing() {
        var refund =
                ROWS.lines()
                        .filter(row -> row.contains("Refund for one-time fee"))
                        .findFirst()
                        .orElseThrow();
        var another = refund.replace("Refund for one-time fee for Savings Plan ID: 1", "a refund");

        var charges = new Bill(folder).csv(COLUMNS + refund + "\n" + another + "\n");

        assertThat(Bill.totals(charges).amounts().billed()).isEqualByComparingTo("-2");
        assertThat(Bill.totals(charges).amounts().effective()).isEqualByComparingTo("-1");
    }

    @Test
    void aPlusInFrontOfANumberChangesNothing() {
        var fee =
                ROWS.lines()
                        .filter(row -> row.startsWith("SavingsPlanRecurringFee"))
                        .findFirst()
                        .orElseThrow();

        var charges = new Bill(folder).csv(COLUMNS + fee.replace(",7,5.5,", ",+7,+5.5,") + "\n");

        assertThat(Bill.totals(charges).amounts().effective()).isEqualByComparingTo("1.5");
    }

    @Test
    void doublesInParquetGiveTheSame() {
        var bill = new Bill(folder);
        bill.csv(COLUMNS + ROWS);
        var charges =
                bill.parquet(
                        "SELECT * FROM read_csv('%s', auto_detect = true, types = {%s})"
                                .formatted(
                                        folder.resolve("bill.csv"),
                                        java.util.stream.Stream.of(
                                                        "lineItem/UnblendedCost",
                                                        "savingsPlan/SavingsPlanEffectiveCost",
                                                        "savingsPlan/TotalCommitmentToDate",
                                                        "savingsPlan/UsedCommitment",
                                                        "reservation/EffectiveCost",
                                                        "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod",
                                                        "reservation/UnusedRecurringFee",
                                                        "pricing/publicOnDemandCost")
                                                .map(name -> "'" + name + "': 'DOUBLE'")
                                                .collect(Collectors.joining(", "))));
        var amounts = Bill.totals(charges).amounts();
        assertThat(amounts.billed()).isEqualByComparingTo("169.75");
        assertThat(amounts.effective()).isEqualByComparingTo("18.75");
        assertThat(amounts.list()).isEqualByComparingTo("22");
    }

    private static Map<String, BigDecimal> effectiveByCategory(Charges charges) {
        return charges.periods().values().stream()
                .flatMap(p -> p.groups().stream())
                .collect(
                        Collectors.toMap(
                                g -> g.dimensions().charge().category(),
                                g ->
                                        Optional.ofNullable(g.amounts().effective())
                                                .orElse(BigDecimal.ZERO),
                                BigDecimal::add))
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e -> dev.glidepath.core.money.Money.normalise(e.getValue())));
    }
}
