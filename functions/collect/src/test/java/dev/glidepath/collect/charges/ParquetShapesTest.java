package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The ways in which suites for Parquet readers damage a file: each is refused.
class ParquetShapesTest {

    private byte[] file = {};
    private int footer;

    @BeforeEach
    void aSoundFile() throws IOException {
        file = SmallFiles.parquet().getFirst();
        footer = file.length - 8 - length().getInt(file.length - 8);
        assertThat(Fuzzed.read("bill.parquet", file)).isTrue();
    }

    @Test
    void aFooterThatIsLongerThanTheFile() {
        for (int longer : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, file.length - 11}) {
            length().putInt(file.length - 8, longer);
            refused();
        }
    }

    @Test
    void aFooterThatIsNone() {
        Arrays.fill(file, footer, file.length - 8, (byte) 0);
        refused();
        Arrays.fill(file, footer, file.length - 8, (byte) 0xFF);
        refused();
        length().putInt(file.length - 8, 0);
        refused();
    }

    @Test
    void anEncryptedFooter() {
        System.arraycopy("PARE".getBytes(US_ASCII), 0, file, file.length - 4, 4);
        refused();
    }

    @Test
    void pagesThatAreNone() {
        for (byte filler : new byte[] {0, 0x7F, (byte) 0xFF}) {
            Arrays.fill(file, 4, footer, filler);
            refused();
        }
    }

    @Test
    void pagesThatAreElsewhere() {
        var moved = new byte[file.length];
        System.arraycopy(file, 0, moved, 0, 4);
        System.arraycopy(file, footer, moved, 4, file.length - footer);
        file = Arrays.copyOf(moved, 4 + file.length - footer);
        refused();
    }

    @Test
    void pagesWithoutAFooter() {
        file = SmallFiles.joined(Arrays.copyOf(file, footer), "PAR1".getBytes(US_ASCII));
        refused();
    }

    private void refused() {
        assertThat(Fuzzed.read("bill.parquet", file)).isFalse();
    }

    private ByteBuffer length() {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }
}
