package dev.glidepath.core.plan;

/// Where a measure's values come from.
public sealed interface Source {

    /// What the plan says of it, and what its file of values says.
    record Stated() implements Source {}

    /// The values of another measure.
    ///
    /// @param measure as `group / name`
    record SameAs(String measure) implements Source {}

    /// By how many percent another one became better since its first value.
    ///
    /// @param measure as `group / name`, or `total` for the cost of all categories
    record ChangeOf(String measure) implements Source {}

    record Metered(Metering metering) implements Source {}

    /// A month's cost for each of what is metered, such as a customer or a request.
    ///
    /// @param category its name, or `total`
    record CostPer(String category, Metering metering) implements Source {}

    record Counted(Count count) implements Source {}

    /// What the product knows of itself.
    enum Count {
        /// Days until the slowest export's cost has stopped moving.
        DAYS_TO_SETTLE("days to settle"),
        /// Of the 28 of the run-rate.
        KNOWN_DAYS("known days"),
        /// In percent of the week's cost.
        UNALLOCATED("unallocated share");

        private final String words;

        Count(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// How the total of all categories is called where a category could stand.
    String TOTAL = "total";
}
