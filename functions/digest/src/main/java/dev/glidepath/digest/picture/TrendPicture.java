package dev.glidepath.digest.picture;

import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Frame;
import dev.glidepath.core.chart.TrendChart;
import dev.glidepath.core.chart.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;

/// The trend picture as it is in the mail.
public final class TrendPicture {

    /// As wide as the mail's text.
    private static final Frame FRAME = Frame.bare(5_920, 2_400);

    private static final Wording NONE =
            new Wording() {
                @Override
                public String amount(BigDecimal perMonth) {
                    return "";
                }

                @Override
                public String day(LocalDate day) {
                    return "";
                }
            };

    private TrendPicture() {}

    public static byte[] png(Course course) {
        return Painter.png(TrendChart.draw(course, FRAME, NONE));
    }
}
