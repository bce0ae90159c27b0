package dev.glidepath.core.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// Where days and amounts lie in a drawing.
record Plot(Frame frame, AmountAxis amounts, DayAxis days) {

    static Plot of(Course course, Frame frame) {
        return new Plot(
                frame,
                AmountAxis.over(course.amounts()),
                new DayAxis(course.from(), course.through()));
    }

    Spot at(LocalDate day, BigDecimal amount) {
        return new Spot(x(day), y(amount));
    }

    /// In the middle when there is but one day.
    int x(LocalDate day) {
        int width = frame.right() - frame.left();
        return days.days() == 0
                ? frame.left() + width / 2
                : frame.left()
                        + round(
                                BigDecimal.valueOf(day.toEpochDay() - days.from().toEpochDay()),
                                BigDecimal.valueOf(days.days()),
                                width);
    }

    int y(BigDecimal amount) {
        var span = amounts.high().subtract(amounts.low());
        return frame.bottom()
                - round(amount.subtract(amounts.low()), span, frame.bottom() - frame.top());
    }

    private static int round(BigDecimal part, BigDecimal whole, int length) {
        return part.multiply(BigDecimal.valueOf(length))
                .divide(whole, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
