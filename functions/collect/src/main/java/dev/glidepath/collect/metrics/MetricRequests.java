package dev.glidepath.collect.metrics;

import java.util.ArrayList;
import java.util.List;

/// Puts queries into requests of as many parts as CloudWatch takes in one.
final class MetricRequests {

    static final int PARTS = 500;

    private MetricRequests() {}

    static List<List<Query>> of(List<Query> queries) {
        var requests = new ArrayList<List<Query>>();
        int parts = PARTS;
        for (var query : queries) {
            if (parts + query.parts().size() > PARTS) {
                requests.add(new ArrayList<>());
                parts = 0;
            }
            requests.getLast().add(query);
            parts += query.parts().size();
        }
        return requests;
    }
}
