package dev.glidepath.core.plan;

import java.util.Optional;

/// The folder that the plan lies in.
@FunctionalInterface
public interface Beside {

    /// The text of a file in it; empty where there is none.
    ///
    /// @param name without any folder
    Optional<String> text(String name);
}
