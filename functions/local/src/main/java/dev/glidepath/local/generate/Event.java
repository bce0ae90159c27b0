package dev.glidepath.local.generate;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Something that was planted in the bills.
///
/// @param from the first charge day that it changes
/// @param to the day after the last one; equal to `from` where it stays
/// @param amount what it adds to the effective cost, before chance, weekends and commitments: per
///   average month, or once in all
/// @param per `month` or `once`; a drift's amount is what its first day adds
public record Event(
        String name,
        LocalDate from,
        LocalDate to,
        String category,
        BigDecimal amount,
        String per) {}
