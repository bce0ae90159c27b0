package dev.glidepath.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.lambda.IFunction;

/// The outputs: what an admin needs after the deploy. Commands are for the repository's root.
record Guidance(Stack stack) {

    void tell(String id, String description, String value) {
        CfnOutput.Builder.create(stack, id).description(description).value(value).build();
    }

    /// In the console.
    void show(String id, String description, Dashboard dashboard) {
        var region = stack.getRegion();
        tell(
                id,
                description,
                "https://"
                        + region
                        + ".console.aws.amazon.com/cloudwatch/home?region="
                        + region
                        + "#dashboards/dashboard/"
                        + dashboard.getDashboardName());
    }

    /// Waits for the answer.
    void ask(String id, String description, IFunction function, String event) {
        tell(id, description, invoke(function, event) + " answer.json && cat answer.json");
    }

    /// Asks with an empty event.
    void call(String id, String description, IFunction function) {
        tell(id, description, call(function) + " answer.json && cat answer.json");
    }

    /// Hands it over: the run may take longer than the command line waits.
    void start(String id, String description, IFunction function, String event) {
        tell(id, description, invoke(function, event) + " --invocation-type Event answer.json");
    }

    private String invoke(IFunction function, String event) {
        return call(function)
                + " --cli-binary-format raw-in-base64-out --payload file://events/"
                + event;
    }

    private String call(IFunction function) {
        return "aws lambda invoke --region "
                + stack.getRegion()
                + " --function-name "
                + function.getFunctionName();
    }
}
