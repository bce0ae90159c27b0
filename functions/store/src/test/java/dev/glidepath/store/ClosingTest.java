package dev.glidepath.store;

import static dev.glidepath.store.Sample.FIRST;
import static dev.glidepath.store.Sample.id;
import static dev.glidepath.store.Sample.line;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.glidepath.core.cost.CostLine;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class ClosingTest {

    private static final Sample READ = of(line("S3", "001", "10.10"), line("EC2", "001", "-2"));

    @Test
    void whatAddsUpIsRecorded() {
        assertThatCode(() -> Closing.require(READ.execution(), READ.days()))
                .doesNotThrowAnyException();
    }

    @Test
    void daysOfAnotherAmountAreNotRecorded() {
        refused(of(line("S3", "001", "10.10"), line("EC2", "001", "-2.01")));
    }

    @Test
    void daysOfFewerRowsAreNotRecorded() {
        refused(of(line("S3", "001", "8.1")));
    }

    @Test
    void daysInAnotherCurrencyAreNotRecorded() {
        refused(
                of(
                        line("USD", "S3", "001", new BigDecimal("10.10")),
                        line("EUR", "EC2", "001", new BigDecimal("-2"))));
    }

    @Test
    void aCurrencyThatWasReadIsNotLeftOut() {
        var euros = line("EUR", "EC2", "001", new BigDecimal("5"));
        refused(of(line("S3", "001", "10.10"), euros), of(line("S3", "001", "10.10")));
    }

    @Test
    void aCurrencyThatWasNotReadIsNotRecorded() {
        refused(
                of(
                        line("S3", "001", "10.10"),
                        line("EC2", "001", "-2"),
                        line("EUR", "EC2", "001", new BigDecimal("5"))));
    }

    private static void refused(Sample stored) {
        refused(READ, stored);
    }

    private static void refused(Sample read, Sample stored) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Closing.require(read.execution(), stored.days()))
                .withMessageStartingWith(
                        "export aws, billing period 2026-11, execution execution-1: its days sum to")
                .withMessageEndingWith("was read; nothing was recorded");
    }

    private static Sample of(CostLine... lines) {
        return Sample.of(id("aws", 1), Map.<LocalDate, List<CostLine>>of(FIRST, List.of(lines)));
    }
}
