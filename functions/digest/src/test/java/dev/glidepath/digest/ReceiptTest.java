package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReceiptTest {

    @Test
    void isReadBackAsItWasWritten() {
        var receipt = Cases.named("usual").receipt();
        assertThat(Receipt.parse(receipt.json())).isEqualTo(receipt);
    }

    @Test
    void amountsAreDecimalStringsWithNothingRoundedOff() {
        assertThat(Cases.named("usual").receipt().json()).contains("\"left\" : \"43710.266639\"");
    }

    /// A copy is sent of the same figures from the same data, or not at all.
    @Test
    void whatIsMadeFromOtherDataOrSaysOtherFiguresIsAnother() {
        var r = Cases.named("usual").receipt();
        var versions = new Receipt.Versions("p", "a", "c");
        var same =
                new Receipt(
                        r.basis(),
                        r.settled(),
                        r.executions(),
                        r.sums(),
                        r.checks(),
                        versions,
                        r.mail());
        assertThat(r.hasFiguresOf(same)).isTrue();
        var settled = new Receipt.Settling("2026-05-09", r.settled().lags(), List.of());
        var basis =
                new Receipt.Basis(
                        r.basis().week(), r.basis().asOf(), "EUR", r.basis().metric(), List.of());
        assertThat(
                        List.of(
                                with(r, basis, r.settled(), r.executions(), r.sums(), r.checks()),
                                with(r, r.basis(), settled, r.executions(), r.sums(), r.checks()),
                                with(r, r.basis(), r.settled(), List.of(), r.sums(), r.checks()),
                                with(
                                        r,
                                        r.basis(),
                                        r.settled(),
                                        r.executions(),
                                        List.of(),
                                        r.checks()),
                                with(
                                        r,
                                        r.basis(),
                                        r.settled(),
                                        r.executions(),
                                        r.sums(),
                                        List.of())))
                .noneMatch(r::hasFiguresOf);
    }

    private static Receipt with(
            Receipt r,
            Receipt.Basis basis,
            Receipt.Settling settled,
            List<Receipt.Read> executions,
            List<Receipt.Sum> sums,
            List<Receipt.Tie> checks) {
        return new Receipt(basis, settled, executions, sums, checks, r.versions(), r.mail());
    }

    @Test
    void noAddressIsInIt() {
        var made = Written.sound("finance@example.com").getFirst();
        assertThat(made.rendered().receipt().json()).doesNotContain("@");
    }

    @Test
    void refusesOtherJson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receipt.parse("{\"mail\":1}"))
                .withMessageContaining("no receipt");
    }
}
