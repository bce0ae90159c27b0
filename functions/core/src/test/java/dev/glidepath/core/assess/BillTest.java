package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Bill.NotCounted;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.money.Money;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

class BillTest {

    @Test
    void aCentThatRoundingLeavesOverGoesToWhatIsNotCounted() {
        var bill = bill("41454.62439", "170.1735", "-0.004").toTheCent();

        assertThat(bill.counted()).isEqualTo("41454.62");
        assertThat(bill.notCounted())
                .containsExactly(
                        new NotCounted("0", new BigDecimal("170.17")),
                        new NotCounted("1", new BigDecimal("0.00")));
        assertThat(bill.total()).isEqualTo("41624.79");
        assertThat(bill("41454.62439", "170.1735").toTheCent().notCounted())
                .containsExactly(new NotCounted("0", new BigDecimal("170.18")));
    }

    @Test
    void theCentsAreThoseOfTheExactBill() {
        for (var exact : List.of(bill("0.005"), bill("-1.005", "0.004", "0.004", "0.004"))) {
            var cents = exact.toTheCent();
            assertThat(cents.counted()).isCloseTo(exact.counted(), within());
            assertThat(cents.total()).isCloseTo(exact.total(), within());
        }
    }

    @Test
    void whatIsNotCountedAndOtherCurrenciesStandBesideIt() {
        var day = Made.WEEK.monday();
        var lines =
                new Made()
                        .charge(day, "A", "S3", "Usage", "USD", "100")
                        .charge(day, "A", "S3", "Tax", "USD", "7")
                        .charge(day, "B", "EC2", "Tax", "USD", "3")
                        .charge(day, "A", "S3", "Usage", "EUR", "5")
                        .charge(day, "A", "S3", "Tax", "EUR", "6")
                        .charge(day, "A", "S3", "Usage", "CHF", "1")
                        .days
                        .getOrDefault(day, List.of());
        assertThat(Bill.of(lines, Made.plan().basis()))
                .isEqualTo(
                        new Bill(
                                new BigDecimal("100"),
                                List.of(new NotCounted("Tax", BigDecimal.TEN)),
                                List.of(Money.of("1", "CHF"), Money.of("11", "EUR")),
                                0));
        var listed = Bill.of(lines, Made.plan().in(Metric.LIST).basis());
        assertThat(listed.unpriced()).isEqualTo(6);
        assertThat(listed.total()).isZero();
    }

    private static Offset<BigDecimal> within() {
        return Offset.offset(new BigDecimal("0.005"));
    }

    private static Bill bill(String counted, String... notCounted) {
        var parts = new ArrayList<NotCounted>();
        for (var amount : notCounted) {
            parts.add(new NotCounted(Integer.toString(parts.size()), new BigDecimal(amount)));
        }
        return new Bill(new BigDecimal(counted), parts, List.of(), 0);
    }
}
