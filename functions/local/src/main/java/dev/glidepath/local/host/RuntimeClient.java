package dev.glidepath.local.host;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;

import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lambda's Java runtime as a process. As there, the class path is the client's own, the working
/// directory is the zip's root, and the client loads the classes of that root and of its
/// `lib/*.jar`.
///
/// @param api where the Runtime API listens
record RuntimeClient(Path root, String api, String function) {

    /// Lambda stops at the first compiler too. The last is where a function's hooks for SnapStart
    /// find those of the client.
    private static final List<String> JVM =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8",
                    "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

    /// Left to itself, each client on a machine unpacks its library to the same place, also while
    /// another one is loading it, which ends that one.
    private static final String LIBRARY =
            "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

    Process start(String handler, Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var client =
                List.of(
                        LIBRARY + library(),
                        "-cp",
                        classPath(),
                        AWSLambda.class.getName(),
                        handler);
        var command = Stream.of(List.of(java), JVM, client).flatMap(List::stream).toList();
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(own(handler));
        return builder.redirectErrorStream(true).start();
    }

    /// The jar that a class of this process comes from.
    static Path jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The log is of JSON lines, as the stack has it: as plain text, lines would not end.
    private Map<String, String> own(String handler) {
        return Map.of(
                "AWS_LAMBDA_RUNTIME_API",
                api,
                "AWS_LAMBDA_FUNCTION_NAME",
                function,
                "AWS_LAMBDA_FUNCTION_VERSION",
                "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                "1024",
                "AWS_LAMBDA_LOG_FORMAT",
                "JSON",
                "LAMBDA_TASK_ROOT",
                root.toString(),
                "LD_LIBRARY_PATH",
                root + ":" + root.resolve("lib"),
                "_HANDLER",
                handler,
                "LANG",
                "C.UTF-8",
                "TZ",
                "UTC");
    }

    private Path library() throws IOException {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var name = "libaws-lambda-jni.linux-" + machine + ".so";
        var own = root.resolve("." + name);
        try (var in = requireNonNull(AWSLambda.class.getResourceAsStream("/jni/" + name), name)) {
            Files.copy(in, own, StandardCopyOption.REPLACE_EXISTING);
        }
        return own;
    }

    private static String classPath() {
        return Stream.of(
                        AWSLambda.class,
                        LambdaRuntime.class,
                        PojoSerializer.class,
                        SdkInternalThreadLocal.class)
                .map(type -> jar(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
