package dev.glidepath.local.bench;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// CSV in plain Java: FastCSV over the JDK's gzip, JSON by Jackson, sums in a map.
final class CsvWay {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CsvWay() {}

    /// Row by row.
    static void run(List<Path> files, Path out) throws IOException {
        var sums = new PlainSums();
        for (var file : files) {
            try (var rows = CsvReader.builder().ofNamedCsvRecord(unzipped(file))) {
                for (var row : rows) {
                    add(row, sums);
                }
            }
        }
        sums.write(out);
    }

    /// All rows into objects, then their sums.
    static void naive(List<Path> files, Path out) throws IOException {
        var all = new ArrayList<Map<String, String>>();
        for (var file : files) {
            try (var rows = CsvReader.builder().ofNamedCsvRecord(unzipped(file))) {
                rows.forEach(row -> all.add(row.getFieldsAsMap()));
            }
        }
        var sums = new PlainSums();
        for (var row : all) {
            sums.add(values(row), name -> requireNonNull(row.get(name)));
        }
        sums.write(out);
    }

    /// Only unpacks.
    static void floor(List<Path> files) throws IOException {
        for (var file : files) {
            try (var in = unzipped(file)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static void add(NamedCsvRecord row, PlainSums sums) throws IOException {
        var needed =
                Stream.of(PlainSums.KEYS, PlainSums.MAPS)
                        .flatMap(List::stream)
                        .collect(toMap(name -> name, row::getField));
        sums.add(values(needed), row::getField);
    }

    private static List<String> values(Map<String, String> row) throws IOException {
        var values = new ArrayList<String>();
        for (var key : PlainSums.KEYS) {
            var value = requireNonNull(row.get(key));
            values.add(key.endsWith("_date") ? value.substring(0, 10) : value);
        }
        values.add(JSON.readTree(row.get("product")).path("product_name").asText());
        var tags = JSON.readTree(row.get("resource_tags"));
        PlainSums.TAGS.forEach(tag -> values.add(tags.path(tag).asText()));
        return values;
    }

    private static InputStream unzipped(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
    }
}
