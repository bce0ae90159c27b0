package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limit;
import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Unpacks a gzip, or the only file of a zip. It counts what comes out: a small file may hold a
/// thousand times its size.
///
/// @param name the key, for messages
record Unpacking(String name, Path packed, Limits limits) {

    private static final long SMALL = 64L << 20;
    private static final int CHUNK = 1 << 16;

    void gzip(Path to) throws IOException {
        try (var members = new Members(buffered())) {
            copy(members, to);
        }
    }

    void zip(Path to) throws IOException {
        try (var zip = new ZipInputStream(buffered())) {
            if (zip.getNextEntry() == null) {
                throw new Refusal(
                        name + ": zip holds 0 files instead of one CSV; deliver it again");
            }
            copy(zip, to);
            if (zip.getNextEntry() != null) {
                throw new Refusal(
                        name
                                + ": zip holds 2 files or more instead of one CSV; unpack it and name"
                                + " the file");
            }
        }
    }

    private void copy(InputStream from, Path to) throws IOException {
        long most = most();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            var chunk = new byte[CHUNK];
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                size += read;
                if (size > most) {
                    throw tooMuch(size);
                }
                out.write(chunk, 0, read);
            }
        }
    }

    private long most() throws IOException {
        long byRatio = Math.multiplyExact(Files.size(packed), limits.most(Limit.RATIO));
        return Math.min(limits.most(Limit.UNPACKED), Math.max(SMALL, byRatio));
    }

    private Refusal tooMuch(long size) {
        var exceeded = size > limits.most(Limit.UNPACKED) ? Limit.UNPACKED : Limit.RATIO;
        return limits.exceeded(
                exceeded,
                exceeded == Limit.UNPACKED
                        ? name + ": unpacks to more bytes than are expected"
                        : name + ": unpacks to too many times its size");
    }

    private InputStream buffered() throws IOException {
        return new BufferedInputStream(Files.newInputStream(packed), CHUNK);
    }

    /// A gzip of one member or more. Java's own takes a broken one after the first for the end.
    private static final class Members extends GZIPInputStream {

        private static final int TRAILER = 8;

        Members(InputStream in) throws IOException {
            super(in, CHUNK);
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            if (read < 0) {
                requirePadding();
            }
            return read;
        }

        private void requirePadding() throws ZipException {
            for (int i = len - Math.max(0, inf.getRemaining() - TRAILER); i < len; i++) {
                if (buf[i] != 0) {
                    throw new ZipException("something else follows");
                }
            }
        }
    }
}
