package dev.glidepath.digest.workbook;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.digest.Provenance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes a mail's workbook; the same input gives the same bytes.
public final class Workbook {

    public static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Workbook() {}

    /// Whether the detail adds up to the bill; a mail whose workbook does not must be held.
    public static boolean closes(Finding finding, Provenance provenance, Charges charges) {
        return Reconciliation.of(new Book(finding, provenance, charges)).closes();
    }

    /// @param charges within the scope of the finding
    public static byte[] of(Finding finding, Provenance provenance, Charges charges) {
        var book = new Book(finding, provenance, charges);
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "Glidepath", null)) {
            SummarySheet.write(sheet(workbook, "Summary"), book);
            CategorySheet.write(sheet(workbook, "Variance by category"), book);
            CostCentreSheet.write(sheet(workbook, "Variance by cost centre"), book);
            DetailSheet.write(sheet(workbook, "Detail"), book);
            ReconciliationSheet.write(sheet(workbook, "Reconciliation"), book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Repacked.at(provenance.asOf(), bytes.toByteArray());
    }

    private static Sheet sheet(org.dhatim.fastexcel.Workbook workbook, String name) {
        return new Sheet(workbook.newWorksheet(name));
    }
}
