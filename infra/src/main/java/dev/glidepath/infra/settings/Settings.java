package dev.glidepath.infra.settings;

import java.util.List;
import java.util.stream.Stream;

/// What `glidepath.yaml` says.
public record Settings(
        ExportSource export, Mailing mailing, Timetable timetable, Operation operation) {

    /// The domain of the addresses that the file is shipped with: nobody receives mail there.
    private static final String EXAMPLE = "example.com";

    /// The addresses and domains that have yet to be replaced by real ones.
    public List<String> examples() {
        return Stream.concat(
                        Stream.of(mailing.sender(), operation.alarmAddress()),
                        mailing.domains().stream())
                .filter(text -> text.equals(EXAMPLE) || text.endsWith("@" + EXAMPLE))
                .distinct()
                .toList();
    }
}
