package dev.glidepath.digest.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A picture of few colours as PNG, a byte a pixel: a third of what ImageIO makes of it.
final class PalettePng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_COLOURS = 256;

    /// Between two shades of an edge: sixteen are smooth, six are for a picture that is all edges.
    private static final int SMOOTH = 17;

    private static final int COARSE = 51;
    private static final int MOST_BYTES = 18_000;

    private final Set<Integer> exact;
    private final int step;
    private final Map<Integer, Integer> palette = new LinkedHashMap<>();

    private PalettePng(Set<Integer> exact, int step) {
        this.exact = exact;
        this.step = step;
    }

    /// @param exact the colours that are kept as they are; the others are shades at edges
    static byte[] of(BufferedImage image, Set<Integer> exact) {
        var smooth = new PalettePng(exact, SMOOTH).bytes(image);
        return smooth.length <= MOST_BYTES ? smooth : new PalettePng(exact, COARSE).bytes(image);
    }

    private byte[] bytes(BufferedImage image) {
        var pixels = deflated(pixels(image));
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(image.getWidth()).putInt(image.getHeight());
        // Eight bits, with a palette; the usual compression, filters and order.
        header.put(new byte[] {8, 3, 0, 0, 0});
        add(png, "IHDR", header.array());
        add(png, "PLTE", colours());
        add(png, "IDAT", pixels);
        add(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /// Each row begins with its filter: none.
    private byte[] pixels(BufferedImage image) {
        int width = image.getWidth();
        var pixels = ByteBuffer.allocate((width + 1) * image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            pixels.put((byte) 0);
            for (int x = 0; x < width; x++) {
                pixels.put((byte) index(image.getRGB(x, y) & 0xffffff));
            }
        }
        return pixels.array();
    }

    private int index(int colour) {
        int shade = exact.contains(colour) ? colour : shade(colour);
        return palette.computeIfAbsent(shade, _ -> palette.size());
    }

    private int shade(int colour) {
        int shade = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = (colour >> shift) & 0xff;
            shade = shade << 8 | (part + step / 2) / step * step;
        }
        return shade;
    }

    private byte[] colours() {
        if (palette.size() > MOST_COLOURS) {
            throw new IllegalStateException("a picture of " + palette.size() + " colours");
        }
        var colours = ByteBuffer.allocate(3 * palette.size());
        palette.keySet()
                .forEach(
                        c -> colours.put((byte) (c >> 16)).put((byte) (c >> 8)).put(c.byteValue()));
        return colours.array();
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(content);
            deflater.finish();
            var bytes = new ByteArrayOutputStream();
            var buffer = new byte[8_192];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void add(ByteArrayOutputStream png, String type, byte[] content) {
        var chunk =
                ByteBuffer.allocate(4 + content.length)
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .put(content)
                        .array();
        var sum = new CRC32();
        sum.update(chunk);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(chunk);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
