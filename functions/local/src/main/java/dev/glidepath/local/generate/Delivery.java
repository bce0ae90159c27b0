package dev.glidepath.local.generate;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;

/// One delivery of one billing period of one export, as written.
///
/// @param manifest the newest manifest of the billing period; its `dataFiles` say where the data
///   lie
public record Delivery(
        String export,
        YearMonth billingPeriod,
        String executionId,
        Instant delivered,
        Path manifest) {}
