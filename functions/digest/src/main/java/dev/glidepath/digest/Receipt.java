package dev.glidepath.digest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Check;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.store.outbox.MailKey;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Versions versions,
        Mail mail) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String NONE = "this is no receipt of a digest: ";

    public Receipt {
        requireNonNull(basis, "basis");
        requireNonNull(versions, "versions");
        requireNonNull(mail, "mail");
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

    /// @param recipient a hash of the address
    /// @param letter SHA-256 of all that it says
    /// @param again where it is a copy: which, and why
    /// @param last what this recipient was mailed before; null where that was nothing
    public record Mail(
            String recipient,
            String letter,
            @Nullable Last last,
            List<NotRead> notRead,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Copy again) {
        public Mail {
            notRead = List.copyOf(notRead);
        }
    }

    /// @param sent when the mail was sent that this is a copy of
    public record Copy(int number, String reason, String sent) {}

    public record Last(String week, String asOf, String plan) {}

    public record NotRead(String week, String address, String fate) {}

    static Receipt of(Assessment assessment, Provenance provenance, Letter letter) {
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
                        provenance.codeVersion()),
                mail(provenance.letterhead(), frame.week(), letter));
    }

    /// That of a copy.
    Receipt as(CopyNote again) {
        var copy = new Copy(again.number(), again.reason(), again.first().toString());
        return new Receipt(
                basis,
                settled,
                executions,
                sums,
                checks,
                versions,
                new Mail(mail.recipient(), mail.letter(), mail.last(), mail.notRead(), copy));
    }

    /// Whether the other is made from the same and says the same figures.
    boolean hasFiguresOf(Receipt other) {
        return basis.equals(other.basis)
                && settled.equals(other.settled)
                && executions.equals(other.executions)
                && sums.equals(other.sums)
                && checks.equals(other.checks);
    }

    /// @throws IllegalArgumentException for text that is no receipt
    public static Receipt parse(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, Receipt.class))
                    .orElseThrow(() -> new IllegalArgumentException(NONE + "null"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    NONE + e.getOriginalMessage().replaceAll("\\R", " "), e);
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

    private static Mail mail(Letterhead letterhead, Week week, Letter letter) {
        var last =
                letterhead
                        .lastMail()
                        .map(l -> new Last(l.week().toString(), l.asOf().toString(), l.planId()));
        var notRead =
                letterhead.unread().stream()
                        .map(u -> new NotRead(u.week().toString(), u.address(), u.fate()))
                        .toList();
        return new Mail(
                MailKey.of(week, letterhead.recipient().email()).recipient(),
                letter.hash(),
                last.orElse(null),
                notRead,
                letterhead
                        .again()
                        .map(a -> new Copy(a.number(), a.reason(), a.first().toString()))
                        .orElse(null));
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
