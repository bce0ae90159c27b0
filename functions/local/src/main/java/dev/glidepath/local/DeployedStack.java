package dev.glidepath.local;

import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.runtime.Aws;
import dev.glidepath.runtime.Variable;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.lambda.LambdaClient;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a deployed stack has, as its functions were told.
///
/// @param functions their names
record DeployedStack(
        String name, Map<FunctionZip, String> functions, Map<Variable, String> variables) {

    /// @throws IllegalArgumentException where there is none of that name
    static DeployedStack named(String name) {
        try (var stacks = Aws.client(CloudFormationClient.builder());
                var lambda = Aws.client(LambdaClient.builder())) {
            var functions = new EnumMap<FunctionZip, String>(FunctionZip.class);
            var variables = new EnumMap<Variable, String>(Variable.class);
            for (var function : functions(stacks, name)) {
                var has = lambda.getFunctionConfiguration(r -> r.functionName(function));
                zip(has.handler()).ifPresent(zip -> functions.put(zip, function));
                if (has.environment() != null) {
                    variables.putAll(variables(has.environment().variables()));
                }
            }
            return new DeployedStack(name, functions, variables);
        } catch (SdkClientException e) {
            throw new IllegalArgumentException(
                    "AWS cannot be asked: set AWS_REGION, and credentials such as AWS_PROFILE (%.120s…)"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    String function(FunctionZip zip) {
        return Optional.ofNullable(functions.get(zip))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the stack %s has no function %s; deploy it again"
                                                .formatted(name, zip.word())));
    }

    private static List<String> functions(CloudFormationClient stacks, String name) {
        try {
            return stacks.listStackResourcesPaginator(r -> r.stackName(name)).stream()
                    .flatMap(page -> page.stackResourceSummaries().stream())
                    .filter(r -> r.resourceType().equals("AWS::Lambda::Function"))
                    .map(StackResourceSummary::physicalResourceId)
                    .toList();
        } catch (CloudFormationException e) {
            if (e.statusCode() != 400) {
                throw e;
            }
            throw new IllegalArgumentException(
                    "there is no stack %s in this account and region; name it with --stack, choose"
                                    .formatted(name)
                            + " the region with AWS_REGION, or deploy it",
                    e);
        }
    }

    private static Optional<FunctionZip> zip(String handler) {
        return List.of(FunctionZip.values()).stream()
                .filter(zip -> zip.handler().equals(handler))
                .findFirst();
    }

    private static Map<Variable, String> variables(Map<String, String> environment) {
        var variables = new EnumMap<Variable, String>(Variable.class);
        for (var variable : Variable.values()) {
            Optional.ofNullable(environment.get(variable.key()))
                    .ifPresent(value -> variables.put(variable, value));
        }
        return variables;
    }
}
