package dev.glidepath.runtime;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The variables that a handler declares, and no others.
public final class Environment {

    private final Map<String, String> values;
    private final Set<Variable> declared;

    public Environment(Map<String, String> values, Set<Variable> declared) {
        this.values = Map.copyOf(values);
        this.declared = EnumSet.copyOf(declared);
    }

    /// @throws IllegalStateException when the stack did not set it
    /// @throws IllegalArgumentException when the handler does not declare it: the stack would not
    ///   set it
    public String text(Variable variable) {
        if (!declared.contains(variable)) {
            throw new IllegalArgumentException(
                    variable + " is read and not declared: add it to the handler's variables");
        }
        var text = values.get(variable.key());
        if (text == null || text.isBlank()) {
            throw new IllegalStateException(
                    "environment variable "
                            + variable.key()
                            + " is not set; deploy the stack again");
        }
        return text;
    }
}
