package dev.glidepath.collect.export;

import dev.glidepath.collect.export.Partition.Found;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Walks a bucket's folders to the manifests of some billing periods. Data and the partitions of
/// other billing periods are not looked at: there may be years of them.
record Manifests(Bucket bucket, Predicate<YearMonth> wanted) {

    List<Found> below(String folder) {
        var found = new ArrayList<Found>();
        walk(folder, found);
        return found;
    }

    private void walk(String folder, List<Found> found) {
        var folders = bucket.list(folder).folders();
        boolean export = folders.contains(folder + "metadata/");
        for (var child : folders) {
            var month = Layout.partition(child);
            if (month.isPresent()) {
                month.filter(wanted).ifPresent(_ -> found.addAll(partition(child)));
            } else if (!isData(child, folder, export)) {
                walk(child, found);
            }
        }
    }

    private static boolean isData(String child, String folder, boolean export) {
        var name = child.substring(folder.length());
        return name.contains("=") || (export && name.equals("data/"));
    }

    /// The manifest beside the executions is the newest; a partition that has only the executions'
    /// own is asked for each.
    private List<Found> partition(String folder) {
        var here = bucket.list(folder);
        var beside = found(here);
        return beside.isEmpty()
                ? here.folders().stream().flatMap(f -> found(bucket.list(f)).stream()).toList()
                : beside;
    }

    private static List<Found> found(Bucket.Folder folder) {
        return folder.items().stream()
                .flatMap(item -> Layout.of(item.key()).map(l -> new Found(l, item)).stream())
                .toList();
    }
}
