package dev.glidepath.core.chart;

import java.math.BigDecimal;
import java.time.LocalDate;

/// How a drawing's labels are written.
public interface Wording {

    String amount(BigDecimal perMonth);

    String day(LocalDate day);
}
