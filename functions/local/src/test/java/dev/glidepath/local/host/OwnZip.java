package dev.glidepath.local.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Functions that consist of one class of these tests.
final class OwnZip {

    private OwnZip() {}

    public static final class Greets implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String name, Context context) {
            context.getLogger().log("greeted");
            return "hello " + name;
        }
    }

    public static final class CannotStart implements RequestHandler<String, String> {
        public CannotStart() {
            throw new IllegalStateException("GLIDEPATH_TABLE is not set");
        }

        @Override
        public String handleRequest(String name, Context context) {
            return "";
        }
    }

    public static final class Ends implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String name, Context context) {
            System.out.println("the last words");
            System.out.flush();
            Runtime.getRuntime().halt(7);
            return "";
        }
    }

    public static final class Hangs implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String name, Context context) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        }
    }

    public static final class TellsItsEnvironment implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String name, Context context) {
            return System.getenv(name) + " " + System.getenv("HOME");
        }
    }

    static Path of(Class<?> handler, Path folder) {
        var zip = folder.resolve(handler.getSimpleName() + ".zip");
        var name = handler.getName().replace('.', '/') + ".class";
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var in = OwnZip.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip;
    }
}
