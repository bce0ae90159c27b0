package dev.glidepath.core.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.chart.Shape.Anchor;
import dev.glidepath.core.chart.Shape.Label;
import dev.glidepath.core.chart.Shape.Polyline;

import org.junit.jupiter.api.Test;

import java.util.List;

class RoomTest {

    private static final Frame FRAME = Frame.bare(4_000, 4_000);
    private static final Spot SPOT = new Spot(2_000, 2_000);
    private static final int AWAY = 100;

    @Test
    void aTextStandsToTheRightAndAboveWhereNothingIsInItsWay() {
        assertThat(beside(SPOT)).isEqualTo(label(1_900, Anchor.START));
    }

    @Test
    void aTextAvoidsALineThatCrossesIt() {
        var rises = line(Role.FORECAST, SPOT, new Spot(3_000, 1_500));
        assertThat(beside(SPOT, rises)).isEqualTo(label(1_900, Anchor.END));
    }

    @Test
    void aTextAvoidsALineThatEndsOutsideOfIt() {
        var falls = line(Role.PATH, new Spot(1_400, 1_700), new Spot(2_600, 2_000));
        var rises = line(Role.ACTUAL, new Spot(1_400, 2_000), new Spot(2_600, 1_700));
        assertThat(beside(SPOT, falls, rises)).isEqualTo(label(2_195, Anchor.END));
    }

    @Test
    void aLineThatPassesByIsNotInTheWay() {
        var falls = line(Role.PATH, new Spot(1_000, 1_000), SPOT, new Spot(3_000, 3_000));
        assertThat(beside(SPOT, falls)).isEqualTo(label(1_900, Anchor.START));
        var above = line(Role.PATH, new Spot(2_100, 1_500), new Spot(3_500, 1_810));
        assertThat(beside(SPOT, above)).isEqualTo(label(1_900, Anchor.START));
    }

    @Test
    void aGridIsNotInTheWay() {
        var grid = line(Role.GRID, new Spot(0, 1_850), new Spot(4_000, 1_850));
        assertThat(beside(SPOT, grid)).isEqualTo(label(1_900, Anchor.START));
    }

    @Test
    void aTextStaysInThePicture() {
        assertThat(beside(new Spot(3_900, 2_000)).anchor()).isEqualTo(Anchor.END);
        assertThat(beside(new Spot(3_900, 150)))
                .isEqualTo(new Label(Role.TEXT, new Spot(3_900, 345), Anchor.END, "12M $12K"));
        assertThat(beside(new Spot(100, 3_900)).at().y()).isEqualTo(3_800);
    }

    @Test
    void aTextThatIsInTheWayEverywhereStandsWhereItWould() {
        var all =
                line(
                        Role.ACTUAL,
                        new Spot(1_000, 1_900),
                        new Spot(3_000, 1_900),
                        new Spot(3_000, 2_150),
                        new Spot(1_000, 2_150),
                        new Spot(1_000, 2_250),
                        new Spot(3_000, 2_250),
                        new Spot(3_000, 1_750),
                        new Spot(1_000, 1_750));
        assertThat(beside(SPOT, all)).isEqualTo(label(1_900, Anchor.START));
    }

    @Test
    void aTextStandsFartherAwayWhereItIsFreeOnlyThere() {
        var corner = new Spot(3_900, 3_900);
        var falls = line(Role.PATH, new Spot(3_000, 3_650), corner);
        assertThat(beside(corner, falls).at()).isEqualTo(new Spot(3_900, 3_700));
    }

    @Test
    void aTextThatFitsNowhereEndsAtItsSpot() {
        var narrow = Room.among(Frame.bare(400, 400), List.of());
        assertThat(narrow.beside(new Spot(200, 200), AWAY, "12M $12K").anchor())
                .isEqualTo(Anchor.END);
    }

    private static Label beside(Spot spot, Polyline... lines) {
        return Room.among(FRAME, List.of(lines)).beside(spot, AWAY, "12M $12K");
    }

    private static Label label(int y, Anchor anchor) {
        return new Label(Role.TEXT, new Spot(2_000, y), anchor, "12M $12K");
    }

    private static Polyline line(Role role, Spot... spots) {
        return new Polyline(role, List.of(spots));
    }
}
