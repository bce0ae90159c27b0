package dev.glidepath.digest.workbook;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.CountedCost;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.digest.Provenance;

import java.math.BigDecimal;
import java.util.List;

/// What all sheets are made from.
record Book(Finding finding, Provenance provenance, Charges charges) {

    Assessment assessment() {
        return finding.assessment();
    }

    Plan.Basis basis() {
        return assessment().frame().basis();
    }

    Week week() {
        return assessment().frame().week();
    }

    CostCentres costCentres() {
        return new CostCentres(charges.labels());
    }

    boolean counts(CostLine line) {
        return CountedCost.counts(line, basis());
    }

    /// What has no amount in the plan's metric counts as nothing; the sheets say how many rows.
    BigDecimal sum(List<CostLine> lines) {
        return lines.stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal amount(CostLine line) {
        var amount = line.amounts().of(basis().metric());
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
