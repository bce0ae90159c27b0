package dev.glidepath.core.assess;

import dev.glidepath.core.assess.EstimatedCosts.Cost;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the export calls the services of AWS's product codes: as its bills named them. A code that
/// no bill has named stands for itself.
record ServiceNames(Map<String, Dimensions.Service> services) {

    ServiceNames {
        services = Map.copyOf(services);
    }

    static ServiceNames of(Ledger ledger) {
        var services = new HashMap<String, Dimensions.Service>();
        ledger.days().values().stream()
                .flatMap(List::stream)
                .map(line -> line.dimensions().service())
                .forEach(
                        service -> {
                            if (service.code() != null) {
                                services.put(service.code(), service);
                            }
                        });
        return new ServiceNames(services);
    }

    boolean knows(String code) {
        return services.containsKey(code);
    }

    /// Of a series: the plan's rules see no region, tag or charge category there.
    ///
    /// @param series as [Estimates#series] has it
    Dimensions dimensions(String series) {
        int slash = series.indexOf('/');
        var code = series.substring(slash + 1);
        return new Dimensions(
                "USD",
                services.getOrDefault(code, new Dimensions.Service("AWS", code, code)),
                new Dimensions.SubAccount(slash == 0 ? null : series.substring(0, slash), null),
                null,
                new Dimensions.Charge("Usage", null, null, null, null, null),
                Map.of());
    }

    /// What belongs to no service belongs to no category's rule.
    String category(Cost cost, Plan plan) {
        return cost.dimensions().map(plan.allocation()).orElse(CostLine.UNALLOCATED);
    }
}
