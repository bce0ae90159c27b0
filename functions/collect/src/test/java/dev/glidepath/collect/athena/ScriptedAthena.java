package dev.glidepath.collect.athena;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.AthenaException;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionResponse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Athena as a test wants it to be.
final class ScriptedAthena implements AthenaClient {

    final List<StartQueryExecutionRequest> started = new ArrayList<>();
    final List<String> stopped = new ArrayList<>();
    private final Map<String, String> byToken = new HashMap<>();

    QueryExecutionState state = QueryExecutionState.RUNNING;
    Optional<String> reason = Optional.empty();
    Optional<AthenaException> refusal = Optional.empty();
    boolean forgotten;
    String bucket = "";

    @Override
    public StartQueryExecutionResponse startQueryExecution(StartQueryExecutionRequest request) {
        refuse();
        var id =
                byToken.computeIfAbsent(
                        request.clientRequestToken(), _ -> "query-" + byToken.size());
        started.add(request);
        return StartQueryExecutionResponse.builder().queryExecutionId(id).build();
    }

    @Override
    public GetQueryExecutionResponse getQueryExecution(GetQueryExecutionRequest request) {
        refuse();
        if (forgotten) {
            throw InvalidRequestException.builder().message("QueryExecution was not found").build();
        }
        var id = request.queryExecutionId();
        return GetQueryExecutionResponse.builder()
                .queryExecution(
                        q ->
                                q.queryExecutionId(id)
                                        .status(
                                                s ->
                                                        s.state(state)
                                                                .stateChangeReason(
                                                                        reason.orElse(null)))
                                        .resultConfiguration(
                                                c ->
                                                        c.outputLocation(
                                                                "s3://%s/results/%s.csv"
                                                                        .formatted(bucket, id))))
                .build();
    }

    @Override
    public StopQueryExecutionResponse stopQueryExecution(StopQueryExecutionRequest request) {
        stopped.add(request.queryExecutionId());
        return StopQueryExecutionResponse.builder().build();
    }

    static AthenaException refusal(int status, String code, String message) {
        return (AthenaException)
                AthenaException.builder()
                        .statusCode(status)
                        .awsErrorDetails(
                                AwsErrorDetails.builder()
                                        .serviceName("Athena")
                                        .errorCode(code)
                                        .errorMessage(message)
                                        .build())
                        .build();
    }

    private void refuse() {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
