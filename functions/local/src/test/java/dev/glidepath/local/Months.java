package dev.glidepath.local;

import dev.glidepath.collect.Collect;
import dev.glidepath.local.generate.Company;
import dev.glidepath.local.generate.Delivery;
import dev.glidepath.local.generate.Export;
import dev.glidepath.local.generate.Settings;
import dev.glidepath.store.Snapshots;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// The generated company's months, and how its deliveries get into a store.
record Months(Company company, Path folder) {

    static final LocalDate START = LocalDate.of(2026, 1, 1);

    static Months of(Path folder, int months, Export... exports) {
        var settings = new Settings(7, START, months, 600, EnumSet.copyOf(List.of(exports)));
        return new Months(Company.of(settings), folder);
    }

    List<Delivery> deliver(List<LocalDate> days) throws IOException {
        var deliveries = new ArrayList<Delivery>();
        for (var day : days) {
            deliveries.addAll(company.deliver(day, folder));
        }
        return deliveries;
    }

    void collect(Snapshots snapshots, Delivery delivery) {
        var export = ExportPath.of(delivery.manifest());
        new Collect(snapshots, folder)
                .collect(
                        export.bucket(),
                        export.deliveries().getFirst(),
                        Collect.Rules.of(PlanPath.shipped().plan()),
                        delivery::delivered,
                        _ -> {});
    }
}
