package dev.glidepath.local.bench;

import dev.glidepath.collect.Collect;
import dev.glidepath.collect.Collected;
import dev.glidepath.collect.charges.DirectSource;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.store.Snapshots;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The product's own way, from finding the delivery to its last write: read, group, put into
/// categories, spread over days, record.
final class CollectWay {

    private CollectWay() {}

    static void run(Path bucketFolder, Path scratch, Path out) throws IOException {
        DirectSource.warmUp();
        var plan =
                switch (PlanFile.read(BillRows.resource("plan.yaml"), _ -> Optional.empty())) {
                    case PlanFile.Valid(var valid, _) -> valid;
                    case PlanFile.Faulty(var faults) ->
                            throw new IllegalStateException(faults.toString());
                };
        var bucket = new FolderBucket(bucketFolder);
        var collect = new Collect(new Snapshots(new MemoryTable(), "table"), scratch);
        var sums = new TreeMap<String, Dataset.Sums>();
        for (var delivery : new Deliveries(bucket).newest("")) {
            collect.collect(
                            bucket,
                            delivery,
                            Collect.Rules.of(plan),
                            InstantSource.system(),
                            _ -> {})
                    .forEach(collected -> add(collected, sums));
        }
        var lines = new ArrayList<>(List.of("service,n,billed,effective,list"));
        sums.forEach((service, sum) -> lines.add(service + "," + sum.csv()));
        Files.write(out, lines);
    }

    private static void add(Collected collected, Map<String, Dataset.Sums> sums) {
        for (var lines : collected.days().values()) {
            for (var line : lines) {
                sums.merge(
                        String.valueOf(line.dimensions().service().code()),
                        sums(line),
                        Dataset.Sums::plus);
            }
        }
    }

    private static Dataset.Sums sums(CostLine line) {
        return new Dataset.Sums(
                line.rows(),
                orZero(line.amounts().billed()),
                orZero(line.amounts().effective()),
                orZero(line.amounts().list()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
