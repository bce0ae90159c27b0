package dev.glidepath.store;

import dev.glidepath.core.cost.Execution;

/// What became of an execution that was handed to the store.
public sealed interface Recording {

    /// Readers see it from now on.
    ///
    /// @param daysWritten charge days whose content the previous execution did not have
    /// @param daysUnchanged charge days that were there already and cost no write
    record Added(int daysWritten, int daysUnchanged) implements Recording {}

    /// The same execution under the same allocation is the newest: nothing was written.
    record AlreadyRecorded() implements Recording {}

    /// A newer execution of the billing period is there: nothing was written that readers see.
    record Superseded(Execution.Id by) implements Recording {}
}
