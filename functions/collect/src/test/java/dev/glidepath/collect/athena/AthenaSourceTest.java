package dev.glidepath.collect.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glidepath.collect.charges.ChargeSource.Reading;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.glue.GlueClient;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;

/// The way of a question, also on moto.
class AthenaSourceTest extends AthenaDelivered {

    @Test
    void aSmallDeliveryIsReadHere() {
        var source = source(1_000_000, athena, glue);
        assertThat(read(source)).isInstanceOf(Reading.Done.class);
        assertThat(athena.started).isEmpty();
    }

    @Test
    void whatIsZippedIsReadHere() {
        assertThat(Place.of("w d b 123456789012 5").orElseThrow().above()).isEqualTo(5);
        put(FOLDER + "org-00001.csv.zip", new byte[] {'P', 'K', 5, 6});
        put(MANIFEST, manifest("org-00001.csv.zip"));
        assertThatThrownBy(() -> read(source())).hasMessageContaining("zip holds 0 files");
        assertThat(athena.started).isEmpty();
    }

    @Test
    void beginsAQueryOfTheManifestsFilesAndDoesNotWait() {
        put(FOLDER + "stray.csv.gz", zipped(HEADER + ROW));

        assertThat(read(source())).isEqualTo(new Reading.UnderWay());

        var asked = athena.started.getFirst();
        assertThat(asked.workGroup()).isEqualTo("glidepath");
        assertThat(asked.queryExecutionContext().database()).isEqualTo("glidepath_db");
        assertThat(asked.clientRequestToken().length()).isBetween(32, 128);
        var table = glue.tables.values().iterator().next();
        assertThat(asked.queryString()).contains("FROM \"" + table.name() + "\"");
        var links = table.storageDescriptor().location();
        assertThat(text(links.substring(("s3://" + queries + "/").length()) + "files"))
                .isEqualTo("s3://" + exports + "/" + PART + "\n");
        assertThat(table.storageDescriptor().inputFormat()).endsWith("SymlinkTextInputFormat");
        assertThat(table.parameters()).containsEntry("skip.header.line.count", "1");
        assertThat(table.storageDescriptor().serdeInfo().parameters())
                .as("a backslash is a character like others")
                .containsEntry("escapeChar", "\0");
        assertThat(source().underWay()).containsExactly(YearMonth.of(2026, 5));
    }

    @Test
    void asksOnceHoweverOftenItIsRun() {
        for (int i = 0; i < 3; i++) {
            assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        }
        assertThat(athena.started).hasSize(1);
    }

    @Test
    void theSecondOfTwoRunsThatBeginTogetherAsksNothing() {
        var tickets = new Tickets(S3, place(0), bucket(queries));
        var key = Tickets.FOLDER + "2026-05/x.json";
        var ticket = Ticket.begun("a".repeat(64), now);
        var first = tickets.write(key, ticket, Optional.empty());
        assertThat(first).isPresent();
        assertThat(tickets.write(key, ticket, Optional.empty())).isEmpty();
        assertThat(tickets.write(key, ticket.asked("1"), first)).isPresent();
        assertThat(tickets.write(key, ticket.asked("2"), first)).isEmpty();
        assertThat(tickets.find(key).orElseThrow().ticket()).isEqualTo(ticket.asked("1"));
    }

    /// The same token: Athena takes it for the same request.
    @Test
    void aRunThatWasCutOffAfterAskingAsksForTheSameQuery() {
        read(source());
        var key = ticketKey();
        var ticket = Ticket.read(key, text(key).getBytes(StandardCharsets.UTF_8));
        put(key, Ticket.begun(ticket.identity(), ticket.begun()).written());

        assertThat(read(source())).isEqualTo(new Reading.UnderWay());

        assertThat(athena.started).hasSize(2);
        assertThat(athena.started.get(1).clientRequestToken())
                .isEqualTo(athena.started.get(0).clientRequestToken());
    }

    @Test
    void readsTheResultWhenTheQueryHasEnded() {
        read(source());
        succeed(result(1, ""));

        var charges = charges(read(source()));

        assertThat(charges).isEqualTo(charges(read(source(1_000_000, athena, glue))));
        assertThat(athena.started).hasSize(1);
    }

    @Test
    void digitsThatDidNotFitIntoASumAreAddedToIt() {
        read(source());
        succeed(
                result(1, "")
                        .replace(
                                "\"10.000000000000000000000000\",\"1\",,",
                                "\"10.000000000000000000000000\",\"1\",\"effective=1E-30 \","));

        var group = charges(read(source())).period(YearMonth.of(2026, 5)).groups().getFirst();

        assertThat(group.amounts().billed()).isEqualTo("12.5");
        assertThat(group.amounts().effective()).isEqualTo("10." + "0".repeat(29) + "1");
    }

    @Test
    void asksAgainWhenAFileWasReplacedSinceItAsked() {
        read(source());
        deliver(HEADER + ROW + ROW);
        succeed(result(1, ""));
        athena.state = QueryExecutionState.RUNNING;

        assertThat(read(source())).isEqualTo(new Reading.UnderWay());

        assertThat(athena.stopped).containsExactly("query-0");
        assertThat(athena.started).hasSize(2);
        assertThat(glue.tables).hasSize(1);
        assertThat(glue.tables.values().iterator().next().storageDescriptor().location())
                .contains(identity());
    }

    @Test
    void asksAgainWhenTheQueryOrItsResultIsGone() {
        read(source());
        athena.state = QueryExecutionState.SUCCEEDED;
        now = now.plusSeconds(1);
        assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        athena.forgotten = true;
        now = now.plusSeconds(1);
        assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        assertThat(athena.started).hasSize(3);
    }

    /// The stand-in's canned results, over its own client, catalogue and bucket.
    @Test
    void goesTheWholeWayOnMoto() throws Exception {
        assumeTrue(AWS.name().equals("moto"), "only moto has Athena");
        var client = AWS.client(AthenaClient.builder());
        var catalogue = AWS.client(GlueClient.builder());
        client.createWorkGroup(r -> r.name("glidepath"));
        catalogue.createDatabase(r -> r.databaseInput(d -> d.name("glidepath_db")));
        can(result(1, ""));
        var source = source(0, client, catalogue);

        assertThat(read(source)).isEqualTo(new Reading.UnderWay());
        var charges = charges(read(source));

        assertThat(charges).isEqualTo(charges(read(source(1_000_000, athena, glue))));
        var table = catalogue.getTables(r -> r.databaseName("glidepath_db")).tableList().getFirst();
        assertThat(table.storageDescriptor().serdeInfo().serializationLibrary())
                .endsWith("OpenCSVSerde");
    }

    private void can(String csv) throws IOException, InterruptedException {
        var rows = new StringBuilder();
        for (var line : csv.split("\n")) {
            rows.append(rows.isEmpty() ? "" : ",").append("{\"Data\":[");
            var values = line.split(",", -1);
            for (int i = 0; i < values.length; i++) {
                rows.append(i == 0 ? "" : ",")
                        .append(
                                values[i].isEmpty()
                                        ? "{}"
                                        : "{\"VarCharValue\":" + values[i] + "}");
            }
            rows.append("]}");
        }
        var body = "{\"results\":[{\"rows\":[" + rows + "],\"column_info\":[]}]}";
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                AWS.endpoint()
                                                        .resolve(
                                                                "/moto-api/static/athena/query-results"))
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
    }
}
