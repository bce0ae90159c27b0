package dev.glidepath.core.assess;

import java.util.ArrayList;
import java.util.List;

/// Whether an assessment may be sent.
public sealed interface Finding {

    Assessment assessment();

    /// The same, held for one more reason.
    default Finding held(String reason) {
        var reasons = new ArrayList<String>();
        if (this instanceof Held held) {
            reasons.addAll(held.reasons);
        }
        reasons.add(reason);
        return new Held(assessment(), reasons);
    }

    record Sound(Assessment assessment) implements Finding {}

    /// Not to be sent; a preview shows the reasons.
    record Held(Assessment assessment, List<String> reasons) implements Finding {
        public Held {
            reasons = List.copyOf(reasons);
        }
    }
}
