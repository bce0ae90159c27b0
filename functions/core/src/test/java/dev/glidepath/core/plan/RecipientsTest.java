package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Plan.Recipient;

import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

class RecipientsTest {

    @Test
    void aRecipientMayWishForAMetricNumbersAndATimeZone() {
        var plan =
                SmallPlan.to(
                        "[{email: a@example.com, scope: all, metric: Billed, numbers: 1'234.56, time"
                                + " zone: Europe/Zurich}, {email: b@example.com, scope: all}]");

        assertThat(plan.recipients())
                .extracting(Recipient::preferences)
                .containsExactly(
                        new Preferences(
                                Optional.of(Metric.BILLED),
                                NumberStyle.APOSTROPHE_POINT,
                                ZoneId.of("Europe/Zurich")),
                        Preferences.DEFAULT);
    }

    @Test
    void aNoBreakSpaceInAWayToWriteNumbersIsASpace() {
        for (var space : List.of(" ", "\u00a0")) {
            assertThat(
                            SmallPlan.to(
                                            "[{email: a@example.com, scope: all, numbers: \"1%s234,56\"}]"
                                                    .formatted(space))
                                    .recipients())
                    .extracting(r -> r.preferences().numbers())
                    .containsExactly(NumberStyle.SPACE_COMMA);
        }
    }

    @Test
    void anAddressIsAsLongAsMailLetsItBe() {
        var longest = "a".repeat(242) + "@example.com";

        assertThat(TextForm.email(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> TextForm.email("a" + longest))
                .isInstanceOf(Form.Refused.class)
                .hasMessageContaining("is not an email address");
    }
}
