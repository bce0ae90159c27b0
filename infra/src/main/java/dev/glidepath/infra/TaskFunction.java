package dev.glidepath.infra;

import dev.glidepath.infra.settings.Operation;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One function, its log, and the role that only it has.
final class TaskFunction extends Construct {

    /// As long as Lambda keeps an event that waits for its turn.
    private static final Duration LONGEST_WAIT = Duration.hours(6);

    /// The CDK cannot see the version that is published.
    private static final String NO_VERSION = "@aws-cdk/aws-lambda:snapStartRequirePublish";

    private final Task task;
    private final LogGroup log;
    private final Role role;
    private final Function function;

    /// @param failed where an event goes after its last try
    TaskFunction(
            Construct scope, Task task, Operation operation, Packaged packaged, IQueue failed) {
        super(scope, task.title());
        this.task = task;
        log = log(operation);
        role = newRole();
        var builder =
                Function.Builder.create(this, "Function")
                        .description("Glidepath: " + task.does())
                        .runtime(Runtime.JAVA_25)
                        .architecture(Architecture.ARM_64)
                        .handler(task.handler().getName())
                        .code(packaged.zips().code(task))
                        .layers(List.of(packaged.plan().layer()))
                        .environment(packaged.environment())
                        .memorySize(task.size().memory())
                        .ephemeralStorageSize(Size.mebibytes(task.size().disk()))
                        .timeout(task.size().timeout())
                        .role(role);
        logged(builder);
        invoked(builder, failed);
        if (task.alone() && operation.reserve()) {
            builder.reservedConcurrentExecutions(1);
        }
        function = builder.build();
        // The CDK names the role in DependsOn, too.
        Reasons.allowLint(function, "W3005");
        Annotations.of(function).acknowledgeWarning(NO_VERSION);
    }

    Task task() {
        return task;
    }

    Function function() {
        return function;
    }

    /// The role that nothing else has.
    Role role() {
        return role;
    }

    /// What is in its log serves for as long as the stack is there: it goes with it.
    private LogGroup log(Operation operation) {
        var group =
                LogGroup.Builder.create(this, "Log").removalPolicy(RemovalPolicy.DESTROY).build();
        ((CfnLogGroup) Objects.requireNonNull(group.getNode().getDefaultChild()))
                .setRetentionInDays(operation.logDays());
        return group;
    }

    /// A policy of its own instead of the managed one, which allows writing to every log. The group
    /// is made here: it may only add to it.
    private Role newRole() {
        var role =
                Role.Builder.create(this, "Role")
                        .description("Glidepath: the function that " + task.does())
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .build();
        log.grant(role, "logs:CreateLogStream", "logs:PutLogEvents");
        return role;
    }

    private void logged(Function.Builder builder) {
        builder.logGroup(log)
                .loggingFormat(LoggingFormat.JSON)
                .applicationLogLevelV2(ApplicationLogLevel.INFO)
                .systemLogLevelV2(SystemLogLevel.INFO);
    }

    /// Whoever waits for an answer sees the failure.
    private void invoked(Function.Builder builder, IQueue failed) {
        if (task == Task.TRENDS) {
            builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }
        if (!task.answers()) {
            builder.onFailure(new SqsDestination(failed))
                    .maxEventAge(LONGEST_WAIT)
                    .retryAttempts(2);
        }
    }

    /// What Maven made of it, and what it is told.
    record Packaged(Zips zips, PlanLayer plan, Map<String, String> environment) {}
}
