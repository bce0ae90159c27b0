package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.digest.figures.Plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The trend picture and all that it says, so that the mail is complete without it.
///
/// @param conclusion what a reader should see in it
public record PictureSection(
        String title,
        String conclusion,
        Edges edges,
        List<Swatch> keys,
        List<Row> rows,
        List<String> notes)
        implements Section {

    /// Where the mail's HTML finds the picture.
    public static final String CONTENT_ID = "trend@glidepath";

    public static final List<String> COLUMNS = List.of("Cost a month", "Plan allows");

    /// What stands under the picture's ends, and under the day from which on it is a forecast.
    ///
    /// @param nowPercent how far that day is from the left
    public record Edges(String from, String now, int nowPercent, String through) {}

    /// @param name what a line of this colour is
    public record Swatch(String colour, String name) {}

    /// @param band of a forecast; empty for what is known
    public record Row(String name, String when, String cost, String band, String allowed) {}

    static Optional<PictureSection> of(Assessment assessment, Figures figures) {
        return assessment
                .targets()
                .course()
                .map(course -> of(course, new PictureFacts(assessment, course, figures)));
    }

    private static PictureSection of(Course course, PictureFacts facts) {
        return new PictureSection(
                "The last %s weeks, and the way ahead".formatted(course.points().size()),
                facts.conclusion(),
                facts.edges(),
                facts.keys(),
                facts.rows(),
                facts.notes());
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        table.add(List.of("", "", COLUMNS.get(0), COLUMNS.get(1)));
        for (var row : rows) {
            table.add(List.of(row.name(), row.when(), row.cost(), row.allowed()));
            if (!row.band().isEmpty()) {
                table.add(List.of("", "", row.band(), ""));
            }
        }
        var names = keys.stream().map(Swatch::name).collect(Collectors.joining(", "));
        return Plain.heading(title)
                + Plain.wrapped(conclusion)
                + "\n"
                + Plain.table(table)
                + "\n"
                + Plain.wrapped(
                        "The picture: %s, now %s, %s. It shows %s."
                                .formatted(edges.from(), edges.now(), edges.through(), names))
                + Plain.notes(notes);
    }
}
