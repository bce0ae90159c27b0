package dev.glidepath.local.host;

import dev.glidepath.collect.function.CollectHandler;
import dev.glidepath.digest.function.DigestHandler;
import dev.glidepath.digest.function.FeedbackHandler;
import dev.glidepath.doctor.function.DoctorHandler;
import dev.glidepath.runtime.Variable;
import dev.glidepath.trends.function.TrendsHandler;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The functions of the stack, and the zip that each lies in.
public enum FunctionZip {
    COLLECT("collect", CollectHandler.class, CollectHandler.VARIABLES),
    DIGEST("digest", DigestHandler.class, DigestHandler.VARIABLES),
    FEEDBACK("digest", FeedbackHandler.class, FeedbackHandler.VARIABLES),
    TRENDS("trends", TrendsHandler.class, TrendsHandler.VARIABLES),
    DOCTOR("doctor", DoctorHandler.class, DoctorHandler.VARIABLES);

    private final String module;
    private final Class<?> handler;

    /// The handlers have it from `Set.of`.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Variable> variables;

    FunctionZip(String module, Class<?> handler, Set<Variable> variables) {
        this.module = module;
        this.handler = handler;
        this.variables = variables;
    }

    public static Optional<FunctionZip> named(String word) {
        return Arrays.stream(values()).filter(zip -> zip.word().equals(word)).findFirst();
    }

    /// `collect, digest, …`
    public static String words() {
        return Arrays.stream(values()).map(FunctionZip::word).collect(Collectors.joining(", "));
    }

    /// As people call it: `collect`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String module() {
        return module;
    }

    public String handler() {
        return handler.getName();
    }

    public Set<Variable> variables() {
        return variables;
    }

    /// Where the build has put it: the system property `glidepath.zips` is a path with `*` for the
    /// module's name.
    public Path path() {
        var pattern = System.getProperty("glidepath.zips", "functions/*/target/*.zip");
        return Path.of(pattern.replace("*", module));
    }
}
