package dev.glidepath.core.assess;

import dev.glidepath.core.cost.CostLine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What AWS estimates months to have cost so far: per `account/service`, the highest amount of each
/// UTC day in dollars. `/` is the whole; an empty account or service is not told apart.
///
/// @param now as it is known now
/// @param then as it was known of each day when its bill settled
/// @param since the settled days after the assessed week, which the ledger does not have
public record Estimates(
        Map<String, NavigableMap<LocalDate, BigDecimal>> now,
        Map<String, NavigableMap<LocalDate, BigDecimal>> then,
        NavigableMap<LocalDate, List<CostLine>> since) {

    /// Of the whole.
    public static final String WHOLE = "/";

    public static final Estimates NONE = new Estimates(Map.of(), Map.of(), new TreeMap<>());

    public Estimates {
        now = Map.copyOf(now);
        then = Map.copyOf(then);
        since = Collections.unmodifiableNavigableMap(new TreeMap<>(since));
    }

    public static String series(String account, String service) {
        return account + "/" + service;
    }
}
