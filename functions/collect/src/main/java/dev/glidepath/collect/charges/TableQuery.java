package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.Format.Fault;
import dev.glidepath.collect.charges.Format.Projection;
import dev.glidepath.core.cost.Dimensions;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The aggregation as one statement of Athena over a table of a delivery's files.
public final class TableQuery {

    private final TableShape shape;
    private final Format format;
    private final Projection projection;
    private final Set<String> labels;

    private TableQuery(TableShape shape, Format format, Set<String> labels) {
        this.shape = shape;
        this.format = format;
        this.labels = labels;
        var of = format.project(shape.columns(), labels);
        var faults = Stream.concat(shape.faults().stream(), of.faults().stream()).toList();
        this.projection = new Projection(of.keys(), of.costs(), of.quantity(), faults);
    }

    /// @param labels the tags and cost categories to read
    /// @throws Refusal when the files are no billing export, or not such as Athena can read
    public static TableQuery over(TableShape shape, Set<String> labels) {
        var columns = shape.columns();
        var format = Format.detect(columns).orElseThrow(() -> ChargeReader.unknown(columns));
        var all = new TreeSet<>(labels);
        all.add(Dimensions.OWN);
        return new TableQuery(shape, format, all);
    }

    /// @param table as the statement is to name it
    public String sql(String table) {
        return Macros.of(Dialect.ATHENA).spelledOut(Groups.ofTable(projection, table, labels));
    }

    /// The table's columns: those of a Parquet that the statement reads, all of a CSV.
    public List<TableShape.Field> fields() {
        return shape.fields(Groups.ofTable(projection, "", labels));
    }

    public boolean csv() {
        return shape.csv();
    }

    Limits limits() {
        return shape.limits();
    }

    Format format() {
        return format;
    }

    Set<String> labels() {
        return labels;
    }

    Projection projection() {
        return projection;
    }

    Fault fault(int index) {
        return projection.faults().get(index);
    }
}
