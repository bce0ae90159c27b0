package dev.glidepath.digest.function;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The sample payloads, read as the runtime reads them.
final class Events {

    private static final Path FOLDER = Path.of(System.getProperty("glidepath.root"), "events");

    private Events() {}

    static List<String> names(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    static ScheduledEvent scheduled(String name) throws IOException {
        return read(Files.readString(FOLDER.resolve(name)), ScheduledEvent.class);
    }

    static SNSEvent notification(String name) throws IOException {
        return read(Files.readString(FOLDER.resolve(name)), SNSEvent.class);
    }

    static <E> E read(String json, Class<E> type) {
        return LambdaEventSerializers.serializerFor(type, Events.class.getClassLoader())
                .fromJson(json);
    }
}
