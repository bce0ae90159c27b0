package dev.glidepath.core.assess;

import java.util.List;

/// Whether an assessment may be sent.
public sealed interface Finding {

    Assessment assessment();

    record Sound(Assessment assessment) implements Finding {}

    /// Not to be sent; a preview shows the reasons.
    record Held(Assessment assessment, List<String> reasons) implements Finding {
        public Held {
            reasons = List.copyOf(reasons);
        }
    }
}
