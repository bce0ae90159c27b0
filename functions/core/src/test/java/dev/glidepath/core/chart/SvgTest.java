package dev.glidepath.core.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SplittableRandom;

import javax.xml.parsers.DocumentBuilderFactory;

class SvgTest {

    private static final String HOSTILE = "<script>\"&\u0000\u202e\ud800</text>";

    @Test
    void hasOneElementPerShape() throws Exception {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 200; i++) {
            var drawing =
                    TrendChart.draw(
                            Courses.any(random), Frame.labelled(7_600, 3_400), Courses.PLAIN);
            var svg = parsed(Svg.of(drawing, "total", "Cost", "Cost fell"));
            assertThat(svg.getElementsByTagName("*").getLength())
                    .isEqualTo(drawing.shapes().size() + 2);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
        }
    }

    @Test
    void namesStayText() throws Exception {
        var wording =
                new Wording() {
                    @Override
                    public String amount(BigDecimal perMonth) {
                        return HOSTILE;
                    }

                    @Override
                    public String day(LocalDate day) {
                        return HOSTILE;
                    }
                };
        var course = Courses.any(new SplittableRandom(3));
        var drawing = TrendChart.draw(course, Frame.labelled(7_600, 3_400), wording);
        var svg = parsed(Svg.of(drawing, "total", HOSTILE, HOSTILE));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("<script>\"&\u202e</text>");
    }

    @Test
    void everyRoleHasItsColourOnDark() {
        for (var role : Role.values()) {
            assertThat(Svg.style()).contains("." + role.style() + "{");
        }
    }

    private static Element parsed(String svg) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
    }
}
