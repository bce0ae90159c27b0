package dev.glidepath.local.bench;

import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Parquet in plain Java: records of parquet-java, sums in a map.
final class ParquetWay {

    private static final long DAY = 86_400_000;

    @FunctionalInterface
    private interface Each {
        void record(Group group);
    }

    private ParquetWay() {}

    /// Record by record, with the columns that are needed.
    static void run(List<Path> files, Path out) throws IOException {
        var sums = new PlainSums();
        for (var file : files) {
            records(file, true, record -> sums.add(values(record), cost -> text(record, cost)));
        }
        sums.write(out);
    }

    /// All columns of all rows into objects, then their sums.
    static void naive(List<Path> files, Path out) throws IOException {
        var all = new ArrayList<Group>();
        for (var file : files) {
            records(file, false, all::add);
        }
        var sums = new PlainSums();
        for (var record : all) {
            sums.add(values(record), cost -> text(record, cost));
        }
        sums.write(out);
    }

    /// Reads and decompresses the pages of the columns that are needed, and looks into none.
    static void floor(List<Path> files) throws IOException {
        for (var file : files) {
            try (var reader = open(file)) {
                var wanted = needed(reader.getFileMetaData().getSchema());
                reader.setRequestedSchema(wanted);
                for (var group = reader.readNextRowGroup();
                        group != null;
                        group = reader.readNextRowGroup()) {
                    for (var column : wanted.getColumns()) {
                        drain(group.getPageReader(column));
                    }
                }
            }
        }
    }

    private static void drain(PageReader pages) {
        pages.readDictionaryPage();
        var page = pages.readPage();
        while (page != null) {
            page = pages.readPage();
        }
    }

    private static void records(Path file, boolean pruned, Each each) throws IOException {
        try (var reader = open(file)) {
            var schema = reader.getFileMetaData().getSchema();
            var wanted = pruned ? needed(schema) : schema;
            reader.setRequestedSchema(wanted);
            var io = new ColumnIOFactory().getColumnIO(wanted, schema);
            for (var pages = reader.readNextRowGroup();
                    pages != null;
                    pages = reader.readNextRowGroup()) {
                var records = io.getRecordReader(pages, new GroupRecordConverter(wanted));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    each.record(records.read());
                }
            }
        }
    }

    private static ParquetFileReader open(Path file) throws IOException {
        var options =
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withCodecFactory(new SnappyPages())
                        .build();
        return ParquetFileReader.open(new LocalInputFile(file), options);
    }

    private static MessageType needed(MessageType schema) {
        var fields =
                Stream.of(PlainSums.KEYS, PlainSums.COSTS, PlainSums.MAPS)
                        .flatMap(List::stream)
                        .map(schema::getType)
                        .toArray(Type[]::new);
        return new MessageType(schema.getName(), fields);
    }

    private static List<String> values(Group record) {
        var values = new ArrayList<String>();
        for (var key : PlainSums.KEYS) {
            values.add(key.endsWith("_date") ? day(record, key) : text(record, key));
        }
        values.add(entries(record, "product").getOrDefault("product_name", ""));
        var tags = entries(record, "resource_tags");
        PlainSums.TAGS.forEach(tag -> values.add(tags.getOrDefault(tag, "")));
        return values;
    }

    private static String text(Group record, String column) {
        return record.getFieldRepetitionCount(column) == 0
                ? ""
                : record.getValueToString(record.getType().getFieldIndex(column), 0);
    }

    private static String day(Group record, String column) {
        return LocalDate.ofEpochDay(record.getLong(column, 0) / DAY).toString();
    }

    private static Map<String, String> entries(Group record, String column) {
        var map = new HashMap<String, String>();
        var entries = record.getGroup(column, 0);
        for (int i = 0; i < entries.getFieldRepetitionCount(0); i++) {
            var entry = entries.getGroup(0, i);
            map.put(entry.getString(0, 0), entry.getString(1, 0));
        }
        return map;
    }
}
