package dev.glidepath.digest.workbook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads the files of a small zip by its directory, as a workbook is meant to be read: fastexcel
/// puts sizes behind each file in a form that [java.util.zip.ZipInputStream] does not understand.
final class Packed {

    private static final int DIRECTORY_END = 0x06054b50;

    private final ByteBuffer zip;

    private Packed(byte[] zip) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Their contents by name, in the order of the directory.
    static Map<String, byte[]> files(byte[] zip) {
        return new Packed(zip).files();
    }

    private Map<String, byte[]> files() {
        int end = zip.limit() - 22;
        if (zip.getInt(end) != DIRECTORY_END) {
            throw new IllegalStateException("the workbook's directory is not at its end");
        }
        int count = zip.getShort(end + 10);
        int entry = zip.getInt(end + 16);
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < count; i++) {
            int name = zip.getShort(entry + 28);
            files.put(
                    new String(zip.array(), entry + 46, name, StandardCharsets.UTF_8),
                    content(
                            zip.getInt(entry + 42),
                            zip.getInt(entry + 20),
                            zip.getInt(entry + 24)));
            entry += 46 + name + zip.getShort(entry + 30) + zip.getShort(entry + 32);
        }
        return files;
    }

    private byte[] content(int file, int packed, int size) {
        int start = file + 30 + zip.getShort(file + 26) + zip.getShort(file + 28);
        var content = new byte[size];
        var inflater = new Inflater(true);
        try {
            inflater.setInput(zip.array(), start, packed);
            if (inflater.inflate(content) != size) {
                throw new IllegalStateException("a file of the workbook is cut off");
            }
            return content;
        } catch (DataFormatException e) {
            throw new IllegalStateException("a file of the workbook cannot be read", e);
        } finally {
            inflater.end();
        }
    }
}
