package dev.glidepath.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.embedded.TableEndpoint;
import dev.glidepath.trends.answer.Answers;
import dev.glidepath.trends.answer.Site;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// How often a question asks DynamoDB, over 400 days of 4 categories and 60 services. Accounts are
/// few unless `-Dreads.accounts=50` says otherwise: then a day of an account is twice as many
/// chunks at most, and everything else takes as many reads.
class ReadsTest {

    private static final int DAYS = 400;
    private static final int SERVICES = 60;
    private static final int ACCOUNTS = Integer.getInteger("reads.accounts", 3);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 29);
    private static final LocalDate FIRST = LAST.minusDays(DAYS - 1);
    private static final Plan PLAN = Bills.plan("A", "B", "C", "D");
    private static final AtomicInteger READS = new AtomicInteger();

    private static EmbeddedTable database = EmbeddedTable.inMemory();
    private static HttpServer server = server();
    private static Site site = site();

    @BeforeAll
    static void fourHundredDays() {
        var bills = new Bills();
        for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            for (int service = 0; service < SERVICES; service++) {
                for (int account = 0; account < ACCOUNTS; account++) {
                    bills.used(
                            day,
                            PLAN.categories().get(service % 4).name(),
                            "Service " + service,
                            "00000000" + (1000 + account),
                            (service + account + day.getDayOfYear() % 7) + ".0123456789");
                }
            }
        }
        bills.recorded(database.client(), "table");
    }

    @AfterAll
    static void close() {
        server.stop(0);
        database.close();
    }

    /// Four hundred days are four reads of a hundred, of totals and of detail alike. A dozen find
    /// out which executions there are and how the newest months arrived, four what AWS estimates.
    @ParameterizedTest
    @CsvSource({
        "/trends.json, 16 weeks, '', 16",
        "/trends.json, 400 days, from=2025-05-26&grain=day, 18",
        "/trends.csv, a service, from=2025-05-26&scope=service:Service+7, 18",
        "/, 16 weeks, '', 19",
        "/, 400 days, from=2025-05-26&grain=day, 21",
        "/trends.json, an account, from=2025-05-26&scope=account:000000001001, 21",
        "/, an account, from=2025-05-26&scope=account:000000001001, 21",
    })
    void aQuestionAsksNoMoreThanThis(String path, String name, String query, int most) {
        READS.set(0);
        long begun = System.nanoTime();
        var reply = site.reply("GET", path, query);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf(
                "%s of %s, %d accounts: %d reads, %d ms, %d KB%n",
                path, name, ACCOUNTS, READS.get(), millis, reply.body().length() / 1024);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(READS).satisfies(reads -> assertThat(reads.get()).isBetween(1, most));
    }

    private static HttpServer server() {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(here, 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", new TableEndpoint(database.client()));
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Site site() {
        var client =
                DynamoDbClient.builder()
                        .endpointOverride(
                                URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClient(UrlConnectionHttpClient.create())
                        .overrideConfiguration(o -> o.addExecutionInterceptor(new Counting()))
                        .build();
        return new Site(
                new Answers(
                        new Snapshots(client, "table"), PLAN, InstantSource.fixed(Bills.AS_OF)));
    }

    /// Every request, tried again or not.
    private static final class Counting implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(
                Context.BeforeTransmission context, ExecutionAttributes attributes) {
            READS.incrementAndGet();
        }
    }
}
