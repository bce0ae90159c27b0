package dev.glidepath.infra;

import software.amazon.awscdk.services.lambda.Code;

import java.nio.file.Files;
import java.nio.file.Path;

/// The functions' zips, as Maven packages them.
///
/// @param root of the repository
/// @param folder into which modules are built: `target`, or `target/quick`
record Zips(Path root, String folder) {

    /// @throws IllegalStateException when it was not packaged
    Code code(Task task) {
        var zip = file(task);
        if (!Files.isRegularFile(zip)) {
            throw new IllegalStateException(
                    zip + " is not there: run npx cdk, which packages it, or mvn package");
        }
        return Code.fromAsset(zip.toString());
    }

    Path file(Task task) {
        return root.resolve("functions")
                .resolve(task.module())
                .resolve(folder)
                .resolve(task.module() + ".zip");
    }
}
