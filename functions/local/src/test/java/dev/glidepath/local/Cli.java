package dev.glidepath.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The command line as a user has it, on a store of its own.
record Cli(Path store) {

    record Outcome(int exitCode, String out, String err) {

        JsonNode json() {
            if (out.isEmpty()) {
                throw new IllegalStateException("printed nothing, but: " + err);
            }
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        List<String> errors() {
            return err.lines().toList();
        }
    }

    Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                Glidepath.commandLine(
                                Glidepath.COMMANDS, new PrintWriter(out), new PrintWriter(err))
                        .execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /// `collect --json` of these paths, with more options before them.
    Outcome collect(List<String> options, Path... exports) {
        var arguments =
                Stream.of(
                                Stream.of("collect", "--json", "--store", store.toString()),
                                options.stream(),
                                Stream.of("--export"),
                                Stream.of(exports).map(Path::toString))
                        .flatMap(s -> s);
        return run(arguments.toArray(String[]::new));
    }
}
