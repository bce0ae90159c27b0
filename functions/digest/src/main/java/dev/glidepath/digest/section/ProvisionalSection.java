package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.ProvisionalTable;
import dev.glidepath.digest.figures.Plain;

import java.util.List;
import java.util.Optional;

/// The days after the last settled one, as AWS estimates them.
public record ProvisionalSection(ProvisionalTable table) implements Section {

    /// Empty where nothing is estimated.
    static Optional<Section> of(Assessment assessment, Figures figures) {
        return assessment
                .provisional()
                .map(p -> new ProvisionalSection(ProvisionalTable.of(p, figures)));
    }

    @Override
    public String text() {
        return Plain.heading(table.title())
                + Plain.table(
                        table.rows().stream().map(r -> List.of(r.name(), r.amount())).toList())
                + "\n"
                + Plain.notes(table.notes());
    }
}
