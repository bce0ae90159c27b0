package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReceiptTest {

    @Test
    void isReadBackAsItWasWritten() {
        var receipt = Cases.all().get("usual").get().receipt();
        assertThat(Receipt.parse(receipt.json())).isEqualTo(receipt);
    }

    @Test
    void amountsAreDecimalStringsWithNothingRoundedOff() {
        assertThat(Cases.all().get("usual").get().receipt().json())
                .contains("\"left\" : \"43710.266639\"");
    }

    @Test
    void refusesOtherJson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receipt.parse("{\"mail\":1}"))
                .withMessageContaining("no receipt");
    }
}
