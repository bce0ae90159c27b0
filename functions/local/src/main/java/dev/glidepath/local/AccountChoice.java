package dev.glidepath.local;

import dev.glidepath.runtime.Variable;

import picocli.CommandLine.Option;

import java.util.EnumMap;
import java.util.Map;

/// An account instead of this machine: with the region and credentials of this environment.
final class AccountChoice {

    @Option(
            names = "--account",
            description =
                    "Use the AWS account of this environment. What is where its GLIDEPATH_…"
                            + " variables say, and else the deployed stack.")
    private boolean account;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            defaultValue = "Glidepath",
            description = "The deployed stack, with --account. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private String stack;

    boolean chosen() {
        return account;
    }

    DeployedStack stack() {
        return DeployedStack.named(stack);
    }

    /// Those of this environment before the stack's.
    Map<Variable, String> variables() {
        var own = new EnumMap<Variable, String>(Variable.class);
        for (var variable : Variable.values()) {
            var value = System.getenv(variable.key());
            if (value != null && !value.isBlank()) {
                own.put(variable, value);
            }
        }
        if (own.containsKey(Variable.TABLE)) {
            return own;
        }
        var all = new EnumMap<Variable, String>(Variable.class);
        all.putAll(stack().variables());
        all.putAll(own);
        return all;
    }
}
