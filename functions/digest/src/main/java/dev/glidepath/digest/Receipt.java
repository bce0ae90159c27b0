package dev.glidepath.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Check;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.cost.Execution;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What a digest was made from: enough to make it again. Amounts are decimal strings, exact; times
/// are UTC.
///
/// @param basis what is counted, and for whom
/// @param sums per line of the target table, what each of the four weeks cost
public record Receipt(
        Basis basis,
        Settling settled,
        List<Read> executions,
        List<Sum> sums,
        List<Tie> checks,
        Versions versions) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Receipt {
        executions = List.copyOf(executions);
        sums = List.copyOf(sums);
        checks = List.copyOf(checks);
    }

    public record Basis(
            String week, String asOf, String currency, String metric, List<String> scope) {}

    public record Settling(String through, List<Lag> lags, List<String> silent) {}

    public record Lag(String export, int days, String source, int observations) {}

    public record Read(
            String export,
            String billingPeriod,
            String executionId,
            String delivered,
            String format,
            List<File> files) {}

    public record File(String name, String etag, long bytes, long rows) {}

    public record Sum(String name, List<String> weeks) {}

    public record Tie(String name, String left, String right, boolean closes) {}

    public record Versions(String plan, String allocation, String code) {}

    static Receipt of(Assessment assessment, Provenance provenance) {
        var frame = assessment.frame();
        var lines = new ArrayList<>(assessment.targets().lines());
        lines.add(assessment.targets().total());
        return new Receipt(
                new Basis(
                        frame.week().toString(),
                        provenance.asOf().toString(),
                        frame.basis().currency(),
                        frame.basis().metric().name(),
                        frame.scope()),
                settling(frame.settled()),
                provenance.executions().stream().map(Receipt::read).toList(),
                lines.stream().map(Receipt::sum).toList(),
                assessment.checks().stream().map(Receipt::tie).toList(),
                new Versions(
                        provenance.planId(),
                        provenance.allocationVersion(),
                        provenance.codeVersion()));
    }

    /// @throws IllegalArgumentException for text that is no receipt
    public static Receipt parse(String json) {
        try {
            return MAPPER.readValue(json, Receipt.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "this is no receipt of a digest: " + e.getOriginalMessage(), e);
        }
    }

    public String json() {
        try {
            return writer().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Line ends are the same on every system.
    private static ObjectWriter writer() {
        var indenter = new DefaultIndenter("  ", "\n");
        return MAPPER.writer(
                new DefaultPrettyPrinter()
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter));
    }

    private static Settling settling(Settled settled) {
        var lags =
                new TreeMap<>(settled.lags())
                        .entrySet().stream()
                                .map(
                                        e ->
                                                new Lag(
                                                        e.getKey(),
                                                        e.getValue().days(),
                                                        e.getValue().source().name(),
                                                        e.getValue().observations()))
                                .toList();
        return new Settling(settled.through().toString(), lags, settled.silent());
    }

    private static Read read(Execution execution) {
        var id = execution.id();
        return new Read(
                id.export(),
                id.billingPeriod().toString(),
                id.executionId(),
                id.delivered().toString(),
                execution.source().format(),
                execution.files().stream()
                        .map(f -> new File(f.name(), f.etag(), f.bytes(), f.rows()))
                        .toList());
    }

    private static Sum sum(Line line) {
        return new Sum(line.name(), line.weeks().stream().map(BigDecimal::toPlainString).toList());
    }

    private static Tie tie(Check check) {
        return new Tie(
                check.name(),
                check.left().toPlainString(),
                check.right().toPlainString(),
                check.closes());
    }
}
