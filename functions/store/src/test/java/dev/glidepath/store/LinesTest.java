package dev.glidepath.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.money.Money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Random;
import java.util.SplittableRandom;

class LinesTest {

    private static final String[] HOSTILE = {
        "", "-", "0", "3:abc", "\n", "a\u0000b", "=1+1", "😀", "é#", "012", "null"
    };

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void whatIsWrittenIsReadAgain() {
        for (int i = 0; i < 3_000; i++) {
            var line = line();
            assertThat(Lines.decode(Lines.encode(java.util.List.of(line)))).containsExactly(line);
        }
    }

    @Test
    void linesFromBeforeThereWereUnitsAreRead() {
        var text = "5:Infra3:USD3:AWS2:S3-3:001--5:Usage-3:sku---1:01:31:4--1:91:1\n";
        var line = Lines.decode(text).getFirst();
        assertThat(line.dimensions().charge().unit()).isNull();
        assertThat(line.quantity()).isEqualByComparingTo("9");
        assertThat(Lines.encode(java.util.List.of(line))).isEqualTo(text);
    }

    @Test
    void equalContentIsEqualText() {
        for (int i = 0; i < 200; i++) {
            var lines = new ArrayList<CostLine>();
            for (int k = 0; k < 10; k++) {
                lines.add(line());
            }
            var text = Lines.encode(lines);
            Collections.shuffle(lines, new Random(i));
            lines.replaceAll(LinesTest::rescaled);
            assertThat(Lines.encode(lines)).isEqualTo(text);
        }
    }

    @Test
    void aFormatFromTheFutureIsRefused() {
        assertThatThrownBy(() -> StatementText.decode("1:21:x\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the table was written by a newer version (format 2): update this one");
    }

    private static CostLine rescaled(CostLine line) {
        var quantity = line.quantity();
        return new CostLine(
                line.category(),
                line.dimensions(),
                line.amounts(),
                quantity == null ? null : quantity.setScale(quantity.scale() + 3),
                line.rows());
    }

    private CostLine line() {
        var labels = new HashMap<String, String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            labels.put("tag:" + known(), known());
        }
        var dimensions =
                new Dimensions(
                        known(),
                        new Dimensions.Service(text(), text(), text()),
                        new Dimensions.SubAccount(text(), text()),
                        text(),
                        new Dimensions.Charge(known(), text(), text(), text(), text(), text())
                                .countedIn(text()),
                        labels);
        var amounts = new Amounts(decimal(), decimal(), decimal(), decimal());
        return new CostLine(known(), dimensions, amounts, decimal(), random.nextLong());
    }

    private String known() {
        return HOSTILE[random.nextInt(HOSTILE.length)];
    }

    private @Nullable String text() {
        return random.nextInt(3) == 0 ? null : known();
    }

    private @Nullable BigDecimal decimal() {
        return random.nextInt(4) == 0
                ? null
                : Money.normalise(BigDecimal.valueOf(random.nextLong(), random.nextInt(-10, 30)));
    }
}
