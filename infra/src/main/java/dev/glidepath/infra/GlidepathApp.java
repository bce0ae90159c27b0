package dev.glidepath.infra;

import dev.glidepath.infra.settings.Inputs;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `cdk synth` and `cdk deploy` run: reads the plan and the settings, and makes the stack of
/// them; or says what is wrong with them, and makes nothing.
public final class GlidepathApp {

    private static final String NAME = "Glidepath";

    /// CloudFormation hands the stack's own tags on to them. cfn-lint's schema does not know tags
    /// of the one, and the stand-in for AWS that the stack is tried on cannot read those of the
    /// other.
    private static final List<String> BY_STACK =
            List.of("AWS::CloudWatch::Dashboard", "AWS::KMS::Key");

    private GlidepathApp() {}

    public static void main(String[] args) {
        var app = app(AppProps.builder());
        switch (Inputs.read(Path.of(""), key -> context(app, key))) {
            case Inputs.Valid valid -> {
                new GlidepathStack(app, NAME, valid, zips());
                app.synth();
            }
            case Inputs.Faulty(var faults) -> {
                faults.forEach(System.err::println);
                System.exit(1);
            }
        }
    }

    /// Maven tells where it packages them.
    private static Zips zips() {
        return new Zips(
                Path.of(System.getProperty("glidepath.root")),
                System.getProperty("glidepath.target"));
    }

    /// An app that tags and checks whatever is put into it.
    static App app(AppProps.Builder properties) {
        var app =
                new App(
                        properties
                                .analyticsReporting(false)
                                // Log delivery is granted in the bucket's policy, not in an ACL.
                                .postCliContext(
                                        Map.of(
                                                "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy",
                                                true))
                                .build());
        Tags.of(app)
                .add("app", "glidepath", TagProps.builder().excludeResourceTypes(BY_STACK).build());
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
        return app;
    }

    private static Optional<String> context(App app, String key) {
        return Optional.ofNullable(app.getNode().tryGetContext(key)).map(Object::toString);
    }
}
