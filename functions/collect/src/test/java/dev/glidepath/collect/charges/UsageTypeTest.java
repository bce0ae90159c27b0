package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Dimensions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/// What AWS's exports say beyond FOCUS: the usage type, and the tag of this system itself.
class UsageTypeTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "SkuId x_UsageType, ABCD EU-BoxUsage:m5.large, EU-BoxUsage:m5.large",
        "SkuId SkuMeter x_ServiceCode, ABCD EBS:VolumeUsage.gp2 AmazonEC2, EBS:VolumeUsage.gp2",
        "SkuId SkuMeter x_ServiceCode, ABCD Compute~Usage AmazonEC2, ABCD",
        "SkuId SkuMeter x_ServiceCode, ABCD '' AmazonEC2, ABCD",
        "SkuId SkuMeter, ABCD seats, ABCD",
        "SkuId x_UsageType, ABCD '', ABCD",
        "x_UsageType, EU-Requests, EU-Requests"
    })
    void isTheItemOfAwsOwnFocus(String columns, String values, String item) {
        var header = Bill.FOCUS.replace("Tags", columns.replace(' ', ',') + ",Tags");
        var row =
                Bill.row("1", "1")
                        .replace(
                                "{}",
                                values.replace(' ', ',').replace("''", "").replace('~', ' ')
                                        + ",{}");
        assertThat(read(header + row).charge().item()).isEqualTo(item);
    }

    @Test
    void theOwnTagIsKeptAndNoOtherValueOfIt() {
        assertThat(tagged("\"{\"\"app\"\": \"\"glidepath\"\"}\"").labels())
                .containsOnlyKeys(Dimensions.OWN);
        assertThat(tagged("\"{\"\"user:app\"\": \"\"glidepath\"\"}\"").labels())
                .containsOnlyKeys(Dimensions.OWN);
        assertThat(tagged("\"{\"\"app\"\": \"\"shop\"\"}\"").labels()).isEmpty();
        assertThat(tagged("\"{\"\"team\"\": \"\"glidepath\"\"}\"").labels()).isEmpty();
        assertThat(tagged("").labels()).isEmpty();
    }

    @Test
    void tagsThatNoRuleAsksForNeedNotBeReadable() {
        assertThat(tagged("not json").labels()).isEmpty();
    }

    @Test
    void theOwnTagIsFoundInACur() {
        var header = Cur.HEADER.strip() + ",resourceTags/user:app\n";
        var own = Cur.row("Usage", "1").strip() + ",glidepath\n";
        assertThat(read(header + own).labels()).containsOnlyKeys(Dimensions.OWN);
        var other = Cur.row("Usage", "1").strip() + ",shop\n";
        assertThat(read(header + other).labels()).isEmpty();
    }

    private Dimensions tagged(String tags) {
        return read(Bill.FOCUS + Bill.row("1", "1").replace("{}", tags));
    }

    private Dimensions read(String text) {
        return new Bill(folder)
                .csv(text).periods().values().stream()
                        .flatMap(p -> p.groups().stream())
                        .findFirst()
                        .orElseThrow()
                        .dimensions();
    }
}
