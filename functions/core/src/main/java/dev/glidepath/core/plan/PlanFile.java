package dev.glidepath.core.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The plan's file: reads it, or says everything that is wrong with it. The keys are described in
/// `plan.schema.json`.
public final class PlanFile {

    private static final Pattern LINE_BREAKS_AND_CONTROLS =
            Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");

    private PlanFile() {}

    /// Of a plan that names no other file.
    public static Reading read(String yaml) {
        return read(yaml, _ -> Optional.empty());
    }

    public static Reading read(String yaml, Beside beside) {
        var faults = new Faults();
        return YamlReader.read(yaml, faults)
                .flatMap(root -> PlanReader.read(yaml, beside, root, faults))
                .<Reading>map(valid -> valid)
                .orElseGet(() -> new Faulty(faults.inOrder()));
    }

    /// What a file turned out to be.
    public sealed interface Reading {}

    /// A plan, and where it contradicts itself.
    public record Valid(Plan plan, List<Note> notes) implements Reading {
        public Valid {
            notes = List.copyOf(notes);
        }
    }

    /// Not a plan, and all the reasons, in the order of their places.
    public record Faulty(List<Fault> faults) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// @param line from 1
    /// @param column from 1, of the key or the value at fault
    /// @param message what is wrong and what would be right, in one line: what the file has over
    ///   several is told with blanks for them
    public record Fault(int line, int column, String message) {
        public Fault {
            message = oneLine(message);
        }

        @Override
        public String toString() {
            return line + ":" + column + ": " + message;
        }
    }

    /// What the plan states and what follows from it are not the same. It can be used all the same.
    public record Note(int line, int column, String message) {
        public Note {
            message = oneLine(message);
        }

        @Override
        public String toString() {
            return line + ":" + column + ": " + message;
        }
    }

    private static String oneLine(String message) {
        return LINE_BREAKS_AND_CONTROLS.matcher(message).replaceAll(" ");
    }
}
