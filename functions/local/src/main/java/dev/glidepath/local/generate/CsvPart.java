package dev.glidepath.local.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// CSV, packed as the file's name says, in the manner of one seller.
///
/// @param mark whether the file begins with a byte order mark
/// @param exponents whether numbers are written as Java prints a double: 4.0E-7
/// @param absent what stands for no value
record CsvPart(boolean mark, boolean exponents, String absent, QuoteStrategy quotes)
        implements PartFile {

    static final CsvPart PLAIN = new CsvPart(false, true, "", QuoteStrategies.REQUIRED);

    /// Quotes everything but `NULL`.
    static final CsvPart QUOTED =
            new CsvPart(
                    false,
                    false,
                    "NULL",
                    new QuoteStrategy() {
                        @Override
                        public boolean quoteValue(int line, int field, String value) {
                            return !value.equals("NULL");
                        }
                    });

    static final CsvPart MARKED = new CsvPart(true, true, "", QuoteStrategies.REQUIRED);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void write(Path file, List<Column> columns, Iterator<Row> rows, int most)
            throws IOException {
        try (OutputStream packed = packed(file);
                Writer text = new OutputStreamWriter(packed, StandardCharsets.UTF_8)) {
            if (mark) {
                text.write('\uFEFF');
            }
            var csv =
                    CsvWriter.builder()
                            .quoteStrategy(quotes)
                            .lineDelimiter(LineDelimiter.LF)
                            .build(text);
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (int i = 0; i < most && rows.hasNext(); i++) {
                var row = rows.next();
                csv.writeRecord(columns.stream().map(c -> text(c.of(row))).toList());
            }
            csv.flush();
        }
    }

    private static OutputStream packed(Path file) throws IOException {
        var raw = Files.newOutputStream(file);
        var name = file.getFileName().toString();
        if (!name.endsWith(".zip")) {
            return new GZIPOutputStream(raw);
        }
        var zip = new ZipOutputStream(raw);
        var entry = new ZipEntry(name.substring(0, name.length() - ".zip".length()));
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        return zip;
    }

    private String text(@Nullable Object value) {
        return switch (value) {
            case null -> absent;
            case String text -> text;
            case BigDecimal number ->
                    exponents ? Double.toString(number.doubleValue()) : number.toPlainString();
            case LocalDate day -> day + "T00:00:00.000Z";
            case Map<?, ?> map -> json(map);
            default -> throw new IllegalArgumentException("no type for " + value);
        };
    }

    private static String json(Map<?, ?> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + map, e);
        }
    }
}
