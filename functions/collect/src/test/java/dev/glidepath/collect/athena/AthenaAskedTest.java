package dev.glidepath.collect.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.ChargeSource.Reading;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.s3.S3Bucket;
import dev.glidepath.runtime.StandIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which deliveries are asked of Athena, what a question names, and what makes it another one.
class AthenaAskedTest extends AthenaDelivered {

    private static final String SECOND = FOLDER + "org-00002.csv.gz";

    @Test
    void isAskedOnlyOfWhatIsLargerThanTheSizeAndOfADelivery() {
        long bytes = delivery().files().getFirst().bytes();

        assertThat(read(source(bytes, athena, glue))).isInstanceOf(Reading.Done.class);
        var alone = new Deliveries(bucket(exports)).ofFile(PART);
        assertThat(source().read(bucket(exports), alone, Set.of(), _ -> {}))
                .isInstanceOf(Reading.Done.class);
        assertThat(athena.started).isEmpty();
        assertThat(read(source(bytes - 1, athena, glue))).isEqualTo(new Reading.UnderWay());
    }

    @Test
    void whatIsZippedIsReadHereHoweverItsNameIsSpelled() {
        put(FOLDER + "org-00001.CSV.ZIP", new byte[] {'P', 'K', 5, 6});
        put(MANIFEST, manifest("org-00001.CSV.ZIP"));

        assertThatThrownBy(() -> read(source())).hasMessageContaining("zip holds 0 files");
        assertThat(athena.started).isEmpty();
    }

    @Test
    void aQuestionNamesAllFilesAndTheOwnTag() {
        deliverTwo();

        read(source());

        var links = glue.tables.values().iterator().next().storageDescriptor().location();
        assertThat(text(links.substring(("s3://" + queries + "/").length()) + "files").lines())
                .containsExactly("s3://" + exports + "/" + PART, "s3://" + exports + "/" + SECOND);
        assertThat(athena.started.getFirst().queryString()).contains("'glidepath'");
    }

    @Test
    void exportsWhoseNamesDifferInSignsAloneHaveTheirOwnTables() {
        for (var name : List.of("org-a", "org.a")) {
            source().read(bucket(exports), named(name, delivery().version()), Set.of(), _ -> {});
        }

        assertThat(glue.tables).hasSize(2);
    }

    @Test
    void anotherExecutionIsAnotherQuestionAndAnEndedQueryIsNotStopped() {
        read(source());
        athena.state = QueryExecutionState.FAILED;
        var next = new Delivery.Version("2", delivery().version().delivered());

        assertThat(source().read(bucket(exports), named("org", next), Set.of(), _ -> {}))
                .isEqualTo(new Reading.UnderWay());

        assertThat(athena.started).hasSize(2);
        assertThat(athena.stopped).isEmpty();
    }

    @Test
    void whatIsAskedAnewIsNotTakenForTheSameRequest() {
        read(source());
        athena.forgotten = true;
        now = now.plusSeconds(1);
        read(source());

        assertThat(athena.started)
                .extracting(StartQueryExecutionRequest::clientRequestToken)
                .doesNotHaveDuplicates();
    }

    @Test
    void aStatementThatIsTooLongIsNotAsked() {
        deliver(HEADER.replace("\n", ",Tags\n") + ROW.replace("\n", ",{}\n"));
        var labels =
                IntStream.range(0, 500)
                        .mapToObj(i -> "tag:" + i + "x".repeat(100))
                        .collect(Collectors.toSet());

        assertThatThrownBy(() -> source().read(bucket(exports), delivery(), labels, _ -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("its statement is longer than Athena takes");
        assertThat(athena.started).isEmpty();
    }

    @Test
    void whatWasReplacedSinceItWasListedIsNotAskedFor() {
        var listed = delivery();
        deliver(HEADER + ROW + ROW);

        assertThatThrownBy(() -> source().read(bucket(exports), listed, Set.of(), _ -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("was replaced after it was listed");
    }

    @Test
    void aResultDoesNotCountWhenAnyFileIsAnotherOneMeanwhile() {
        deliverTwo();
        read(source());
        succeed(
                result(1, "")
                        + "\"s3://%s/%s\",,,,,,,,,,,,,,,,,,,,\"0\",,\"0\",,\"0\",\n"
                                .formatted(exports, SECOND));
        assertThat(read(source())).isInstanceOf(Reading.Done.class);

        assertThatThrownBy(
                        () ->
                                source().read(
                                                new Replaced(bucket(exports), SECOND),
                                                delivery(),
                                                Set.of(),
                                                _ -> {}))
                .hasMessage(
                        SECOND
                                + ": was replaced while Athena read it; collect again when the"
                                + " delivery has finished");
    }

    @Test
    void aResultElsewhereIsNotRead() {
        read(source());
        athena.state = QueryExecutionState.SUCCEEDED;
        athena.bucket = "elsewhere";

        assertThatThrownBy(() -> read(source()))
                .hasMessageContaining("s3://elsewhere/results/query-0.csv and not below s3://q-");
    }

    @Test
    void aQuestionIsUnderWayForHoursAndNotForEver() {
        now = Instant.now();
        read(source());

        now = now.plus(Duration.ofMinutes(170));
        assertThat(source().underWay()).hasSize(1);
        now = now.plus(Duration.ofMinutes(20));
        assertThat(source().underWay()).isEmpty();
    }

    @Test
    void everyRequestSaysWhoOwnsTheBucket() {
        var owners = new ArrayList<Optional<String>>();
        var watched = client(request -> owners.add(owner(request)));
        var clients = new AthenaSource.Clients(watched, athena, glue);
        for (int i = 0; i < 2; i++) {
            read(source(clients));
        }

        assertThat(owners).hasSizeGreaterThan(5).containsOnly(Optional.of(StandIn.ACCOUNT));
    }

    @Test
    void aRunThatIsSlowerThanAnotherDoesNotFail() {
        for (int status : new int[] {409, 412}) {
            var late =
                    client(
                            _ -> {
                                throw S3Exception.builder().statusCode(status).build();
                            });
            assertThat(
                            new Tickets(late, place(0), bucket(queries))
                                    .write("k", Ticket.begun("a", now), Optional.empty()))
                    .isEmpty();
        }
    }

    @Test
    void aPartOfAnObjectEndsWhereItIsAskedToEnd() {
        var item = delivery().files().getFirst();
        var account = new S3Bucket.Account(exports, StandIn.ACCOUNT);

        assertThat(new S3Ranges(S3, account).read(item, 2, 5)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, RESOURCES_EXHAUSTED: out of memory, name fewer tags",
        "FAILED, User is not authorized: AccessDenied, allow the function"
    })
    void tellsWhyAQueryFailedInOtherWords(QueryExecutionState state, String reason, String remedy) {
        read(source());
        athena.state = state;
        athena.reason = Optional.of(reason);

        assertThatThrownBy(() -> read(source())).hasMessageContaining(remedy);
    }

    @Test
    void tellsOfAnyDenialAndShowsTheBeginningOfALongValue() {
        athena.refusal = Optional.of(ScriptedAthena.refusal(403, "Forbidden", "no"));
        assertThatThrownBy(() -> read(source())).hasMessageContaining("Athena denies access (no)");

        athena.refusal = Optional.empty();
        read(source());
        succeed(result(1, "1 " + "n".repeat(61)));
        assertThatThrownBy(() -> read(source()))
                .hasMessageContaining("'" + "n".repeat(60) + "…' is not a number");
    }

    private void deliverTwo() {
        put(SECOND, zipped(HEADER));
        put(MANIFEST, manifest("org-00001.csv.gz", "org-00002.csv.gz"));
    }

    private Delivery named(String export, Delivery.Version version) {
        var found = delivery();
        return new Delivery(
                export, found.billingPeriod(), version, found.manifest(), found.files());
    }

    private static Optional<String> owner(SdkRequest request) {
        return request.getValueForField("ExpectedBucketOwner", String.class);
    }

    private static S3Client client(Consumer<SdkRequest> each) {
        var interceptor =
                new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(
                            Context.BeforeExecution context, ExecutionAttributes attributes) {
                        each.accept(context.request());
                    }
                };
        return AWS.client(
                S3Client.builder()
                        .overrideConfiguration(c -> c.addExecutionInterceptor(interceptor)));
    }

    /// One of its files is another one by now.
    private record Replaced(Bucket bucket, String key) implements Bucket {

        @Override
        public Folder list(String folder) {
            var found = bucket.list(folder);
            return new Folder(found.folders(), found.items().stream().map(this::replaced).toList());
        }

        private Item replaced(Item item) {
            return item.key().equals(key)
                    ? new Item(key, item.bytes(), item.modified(), Optional.of("another"))
                    : item;
        }

        @Override
        public String etag(Item item) {
            return bucket.etag(item);
        }

        @Override
        public Fetched fetch(Item item) {
            return bucket.fetch(item);
        }
    }
}
