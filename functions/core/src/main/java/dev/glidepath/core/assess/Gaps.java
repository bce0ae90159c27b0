package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The days of a week that are not reported, those with the same cause in one line.
final class Gaps {

    private Gaps() {}

    private record Gap(LocalDate first, LocalDate last, List<String> exports) {

        boolean continues(LocalDate day, List<String> missing) {
            return last.plusDays(1).equals(day) && exports.equals(missing);
        }

        String told() {
            var days = first.equals(last) ? first.toString() : first + " to " + last;
            return exports.isEmpty()
                    ? "no export reports " + days
                    : "%s is not reported by %s".formatted(days, String.join(", ", exports));
        }
    }

    static List<String> of(Coverage coverage, Week week) {
        var gaps = new ArrayList<Gap>();
        for (var day : week.days()) {
            if (!coverage.knows(day)) {
                var missing = coverage.missing(day);
                if (!gaps.isEmpty() && gaps.getLast().continues(day, missing)) {
                    var before = gaps.removeLast();
                    gaps.add(new Gap(before.first(), day, missing));
                } else {
                    gaps.add(new Gap(day, day, missing));
                }
            }
        }
        return gaps.stream().map(Gap::told).toList();
    }
}
