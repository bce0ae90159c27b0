package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Outlook.Due;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Names;

import java.util.List;
import java.util.stream.IntStream;

/// Which of the total's milestones are shown, by their place in its outlook.
public final class Milestones {

    private static final int MOST = 3;

    private Milestones() {}

    /// The head of a table's column.
    public record Column(String label, String date) {

        static Column of(Due due) {
            return new Column(Names.clean(due.label()), Days.day(due.date()));
        }
    }

    /// The next milestones and the last, when there are more than fit.
    static List<Integer> shown(Assessment assessment) {
        int count = dues(assessment).size();
        var indexes = IntStream.range(0, count).boxed().toList();
        var coming = coming(assessment, indexes);
        if (count <= MOST) {
            return indexes;
        }
        return coming.size() <= MOST
                ? indexes.subList(count - MOST, count)
                : List.of(coming.get(0), coming.get(1), coming.getLast());
    }

    /// Those of them that are not past.
    static List<Integer> coming(Assessment assessment) {
        return coming(assessment, shown(assessment));
    }

    private static List<Integer> coming(Assessment assessment, List<Integer> indexes) {
        var asOf = assessment.frame().asOf();
        return indexes.stream().filter(i -> dues(assessment).get(i).date().isAfter(asOf)).toList();
    }

    private static List<Due> dues(Assessment assessment) {
        return assessment.targets().total().outlook().dues();
    }
}
