package dev.glidepath.digest.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.core.chart.Course.Point;
import dev.glidepath.core.chart.Role;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

class TrendPictureTest {

    private static final LocalDate NOW = LocalDate.of(2026, 5, 10);

    @Test
    void isOpaqueAndTwiceAsDenseAsItIsShown() throws IOException {
        var image = painted(course(182_000));
        assertThat(image.getWidth()).isEqualTo(2 * 592);
        assertThat(image.getHeight()).isEqualTo(2 * 240);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(colour(image, 3, 3)).isEqualTo("#ffffff");
    }

    @Test
    void showsEveryPartInItsColour() throws IOException {
        var colours = colours(painted(course(182_000)));
        for (var role :
                List.of(
                        Role.ACTUAL,
                        Role.PATH,
                        Role.MILESTONE,
                        Role.BAND,
                        Role.GRID,
                        Role.NOW,
                        Role.FORECAST)) {
            assertThat(colours).as(role.name()).containsKey(role.light());
        }
    }

    @Test
    void theSameCourseIsTheSameBytesAndAnotherIsNot() {
        assertThat(TrendPicture.png(course(182_000))).isEqualTo(TrendPicture.png(course(182_000)));
        assertThat(TrendPicture.png(course(182_000)))
                .isNotEqualTo(TrendPicture.png(course(182_900)));
    }

    @Test
    void isSmallHoweverUneasyTheCost() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 20; i++) {
            var points =
                    IntStream.range(0, 26)
                            .mapToObj(w -> point(w, random.nextInt(1_000_000)))
                            .toList();
            var course = new Course(points, path(), course(1).ahead());
            assertThat(TrendPicture.png(course)).hasSizeLessThan(20_000);
        }
    }

    private static Course course(int start) {
        var points = IntStream.range(0, 26).mapToObj(w -> point(w, start - 400 * w)).toList();
        var ahead =
                List.of(
                        Ahead.known(NOW, BigDecimal.valueOf(172_000)),
                        new Ahead(
                                NOW.plusMonths(6),
                                BigDecimal.valueOf(168_000),
                                BigDecimal.valueOf(160_000),
                                BigDecimal.valueOf(176_000)));
        return new Course(points, path(), ahead);
    }

    private static Optional<GlidePath> path() {
        return Optional.of(
                new GlidePath(
                        new Milestone("baseline", NOW.minusMonths(4), BigDecimal.valueOf(190_000)),
                        List.of(
                                new Milestone(
                                        "6M", NOW.plusMonths(2), BigDecimal.valueOf(150_000)))));
    }

    private static Point point(int week, int amount) {
        return new Point(NOW.minusWeeks(26L - week), Optional.of(BigDecimal.valueOf(amount)), true);
    }

    private static BufferedImage painted(Course course) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(TrendPicture.png(course)));
    }

    private static TreeMap<String, Integer> colours(BufferedImage image) {
        var colours = new TreeMap<String, Integer>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.merge(colour(image, x, y), 1, Integer::sum);
            }
        }
        return colours;
    }

    private static String colour(BufferedImage image, int x, int y) {
        return "#%06x".formatted(image.getRGB(x, y) & 0xffffff);
    }
}
