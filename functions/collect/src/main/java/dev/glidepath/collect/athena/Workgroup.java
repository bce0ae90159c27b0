package dev.glidepath.collect.athena;

import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

import java.util.Optional;

/// The workgroup that queries run in. It enforces where results go, that they are encrypted, and
/// how much a query may scan; what a request says of that counts for nothing.
final class Workgroup {

    private final AthenaClient athena;
    private final Place place;

    /// How far a query is.
    sealed interface Progress {

        record Running() implements Progress {}

        /// @param result the key of the result
        record Succeeded(String result) implements Progress {}

        /// @param reason in Athena's words
        record Ended(String reason) implements Progress {}

        /// Athena forgets queries after 45 days.
        record Unknown() implements Progress {}
    }

    Workgroup(AthenaClient athena, Place place) {
        this.athena = athena;
        this.place = place;
    }

    /// @param token of a request that may be made again
    /// @return the query's id
    String start(String sql, String token) {
        return athena.startQueryExecution(
                        r ->
                                r.queryString(sql)
                                        .clientRequestToken(token)
                                        .queryExecutionContext(c -> c.database(place.database()))
                                        .workGroup(place.workgroup())
                                        .resultConfiguration(
                                                c -> c.outputLocation(place.uri("results/"))))
                .queryExecutionId();
    }

    Progress of(String query) {
        try {
            return progress(
                    athena.getQueryExecution(r -> r.queryExecutionId(query)).queryExecution());
        } catch (InvalidRequestException e) {
            return new Progress.Unknown();
        }
    }

    void stop(String query) {
        athena.stopQueryExecution(r -> r.queryExecutionId(query));
    }

    private Progress progress(QueryExecution execution) {
        var status = execution.status();
        return switch (status.state()) {
            case QUEUED, RUNNING -> new Progress.Running();
            case SUCCEEDED ->
                    new Progress.Succeeded(key(execution.resultConfiguration().outputLocation()));
            case FAILED, CANCELLED, UNKNOWN_TO_SDK_VERSION ->
                    new Progress.Ended(
                            Optional.ofNullable(status.stateChangeReason())
                                    .filter(reason -> !reason.isBlank())
                                    .orElse(described(status.state())));
        };
    }

    private static String described(QueryExecutionState state) {
        return state == QueryExecutionState.CANCELLED ? "it was cancelled" : "it failed";
    }

    private String key(String location) {
        var bucket = place.uri("");
        if (!location.startsWith(bucket)) {
            throw new IllegalStateException(
                    "Athena wrote its result to %s and not below %s; have the workgroup %s enforce its configuration"
                            .formatted(location, bucket, place.workgroup()));
        }
        return location.substring(bucket.length());
    }
}
