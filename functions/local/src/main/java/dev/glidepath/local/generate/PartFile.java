package dev.glidepath.local.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// Writes one data file of an export: the next rows, up to `most`, which may be none.
interface PartFile {
    void write(Path file, List<Column> columns, Iterator<Row> rows, int most) throws IOException;
}
