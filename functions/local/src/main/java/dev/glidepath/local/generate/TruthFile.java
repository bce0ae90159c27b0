package dev.glidepath.local.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.glidepath.core.cost.Metric;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// `truth.json`: bills, lines and events, a line of text each.
final class TruthFile {

    private TruthFile() {}

    static void write(Truth truth, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                var json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("asOf", truth.asOf().toString());
            json.writeArrayFieldStart("bills");
            for (var bill : truth.bills()) {
                write(bill, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("events");
            for (var event : truth.events()) {
                write(event, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Truth.Bill bill, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("export", bill.id().export());
        json.writeStringField("billingPeriod", bill.id().billingPeriod().toString());
        json.writeStringField("executionId", bill.id().executionId());
        json.writeStringField("delivered", bill.id().delivered().toString());
        json.writeNumberField("rows", bill.rows());
        for (var metric : Metric.values()) {
            var amount = bill.totals().of(metric);
            if (amount != null) {
                write(metric.name().toLowerCase(Locale.ROOT), amount, json);
            }
        }
        json.writeArrayFieldStart("lines");
        for (var line : bill.lines()) {
            json.writeRaw('\n');
            write(line, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Truth.Line line, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", line.day().toString());
        json.writeStringField("category", line.category());
        json.writeStringField("chargeCategory", line.chargeCategory());
        write("billed", line.billed(), json);
        write("effective", line.effective(), json);
        json.writeEndObject();
    }

    private static void write(Event event, JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("name", event.name());
        json.writeStringField("from", event.from().toString());
        json.writeStringField("to", event.to().toString());
        json.writeStringField("category", event.category());
        write("amount", event.amount(), json);
        json.writeStringField("per", event.per());
        json.writeEndObject();
    }

    private static void write(String name, BigDecimal amount, JsonGenerator json)
            throws IOException {
        json.writeStringField(name, amount.toPlainString());
    }
}
