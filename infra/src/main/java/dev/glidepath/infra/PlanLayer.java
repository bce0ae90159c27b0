package dev.glidepath.infra;

import dev.glidepath.infra.settings.PlanInput;

import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.constructs.Construct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The plan's file, and those that it names, beside the functions' code: it may be longer than a
/// variable.
final class PlanLayer extends Construct {

    private static final String NAME = "plan.yaml";

    private final LayerVersion layer;

    PlanLayer(Construct scope, String id, PlanInput plan) {
        super(scope, id);
        layer =
                LayerVersion.Builder.create(this, "Layer")
                        .description("Glidepath's plan " + plan.plan().id())
                        .compatibleArchitectures(List.of(Architecture.ARM_64))
                        .code(code(plan))
                        .build();
    }

    ILayerVersion layer() {
        return layer;
    }

    /// Where Lambda puts it.
    static String path() {
        return "/opt/" + NAME;
    }

    /// The CDK copies it when the asset is made, so that the folder is needed no longer.
    private static Code code(PlanInput plan) {
        try {
            var folder = Files.createTempDirectory("glidepath-plan");
            folder.toFile().deleteOnExit();
            write(folder.resolve(NAME), plan.text());
            for (var file : plan.beside().entrySet()) {
                write(folder.resolve(file.getKey()), file.getValue());
            }
            return Code.fromAsset(folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the plan cannot be copied", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        file.toFile().deleteOnExit();
    }
}
