package dev.glidepath.core.plan;

import java.time.LocalDate;
import java.util.List;

/// Reads `changes`.
final class AmendmentsSection {

    private AmendmentsSection() {}

    static List<Amendment> read(Fields file) {
        return file.list("changes", Section.CHANGE).stream()
                .map(
                        fields ->
                                new Amendment(
                                        fields.read("date", DateForm::date).orElse(LocalDate.EPOCH),
                                        fields.read("reason", TextForm.line(200)).orElse("")))
                .toList();
    }
}
