package dev.glidepath.core.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
    void charactersThatXmlHasNotAreLeftOut() {
        var edges =
                "a\u001f\u0020\u007e\u007f\u009f\u00a0\ud7ff\ud800z\udfffz\ue000\ufffd\ufffe\uffff";
        var drawing = new Drawing(10, 20, List.of());
        assertThat(Svg.of(drawing, "x", edges, ""))
                .contains("<title id=\"x-title\">a\u0020\u007e\u00a0\ud7ffzz\ue000\ufffd</title>");
    }

    @Test
    void everyRoleHasItsColourOnDark() {
        for (var role : Role.values()) {
            var what = role.stroke() > 0 ? "stroke" : "fill";
            assertThat(Svg.style())
                    .startsWith("@media (prefers-color-scheme:dark){")
                    .contains(".%s{%s:%s}".formatted(role.style(), what, role.dark()));
        }
    }

    private static Element parsed(String svg) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
    }
}
