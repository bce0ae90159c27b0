package dev.glidepath.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpHandler;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.local.generate.Company;
import dev.glidepath.local.generate.Export;
import dev.glidepath.local.generate.Settings;
import dev.glidepath.local.host.FolderAccount.Folders;
import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.local.host.Outcome.Failed;
import dev.glidepath.runtime.DeployedPlan;
import dev.glidepath.store.DailyValues.Kind;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.embedded.TableEndpoint;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.Outbox;
import dev.glidepath.store.outbox.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// A company's months go through the zips as they are deployed, one function after the other, with
/// the sample events as they are.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedFunctionsTest {

    private static final Path ROOT = Path.of(System.getProperty("glidepath.root"));
    private static final Path PLAN = ROOT.resolve("infra/plan/operational-excellence.yaml");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String LOST = "Lost in the move to another mail system";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final LocalDate ADVISED = LocalDate.of(2026, 4, 7);

    @TempDir private static Path folder;
    private static Path plan;
    private static Account account;

    @BeforeAll
    static void aCompanyWithItsBills() throws IOException {
        for (var function : FunctionZip.values()) {
            Zips.require(function);
        }
        var settings =
                new Settings(
                        42,
                        LocalDate.of(2026, 1, 1),
                        4,
                        600,
                        EnumSet.of(Export.CUR2_ORG, Export.SAAS_WORKPLACE, Export.SAAS_HELPDESK));
        var company = Company.of(settings);
        for (var day : company.deliveryDays()) {
            if (day.getDayOfMonth() == 8) {
                company.deliver(day, folder);
            }
        }
        recommend();
        var folders = new Folders(folder.resolve("billing-bucket/exports"), folder.resolve("mail"));
        plan = folder.resolve("plan.yaml");
        Files.writeString(
                plan,
                Files.readString(PLAN)
                        .replace(
                                "\nmeasures:\n",
                                "\nstated values: {file: values.csv}\n\nmeasures:\n"));
        Files.writeString(
                folder.resolve("values.csv"),
                """
                measure,date,value
                Operational Performance / Operational Efficiency,2026-03-02,81%
                """);
        account = Account.of(folders, plan);
    }

    private static void recommend() throws IOException {
        var export = folder.resolve("billing-bucket/exports/recommendations");
        var data = Files.createDirectories(export.resolve("data/date=" + ADVISED));
        Files.writeString(
                data.resolve("r.csv"),
                """
                account_id,action_type,currency_code,estimated_monthly_savings_after_discount,estimated_monthly_savings_before_discount,implementation_effort,recommendation_id,resource_arn
                1,Stop,USD,30,30,Low,r1,arn:1
                """);
        var metadata = Files.createDirectories(export.resolve("metadata/date=" + ADVISED));
        Files.writeString(
                metadata.resolve("r-Manifest.json"),
                "{\"executionId\": \"e\", \"dataFiles\": [\"s3://b/recommendations/data/date=%s/r.csv\"]}"
                        .formatted(ADVISED));
    }

    @AfterAll
    static void close() {
        if (account != null) {
            account.close();
        }
    }

    @Test
    @Order(1)
    void collectWritesSnapshots() {
        var answers = answers(FunctionZip.COLLECT);
        assertThat(answers).hasSize(5);
        assertThat(answers.get("collect-daily.json").path("recorded").asInt()).isPositive();
        assertThat(answers.get("collect-manifest.json").path("unchanged").asInt()).isEqualTo(1);
        assertThat(answers.get("collect-periods.json").path("recorded").asInt()).isPositive();
        assertThat(answers.get("collect-queries.json").path("nothing").asText())
                .isEqualTo("no query is under way");
        var snapshots = new Snapshots(account.table().client(), EmbeddedTable.NAME);
        assertThat(snapshots.executions(Instant.now()))
                .extracting(r -> r.execution().id().billingPeriod().toString())
                .hasSize(12)
                .contains("2026-01", "2026-02", "2026-03", "2026-04");
        assertThat(snapshots.values().known(Kind.RECOMMENDED, ADVISED, ADVISED, Instant.MAX))
                .containsKey("1/Stop/Low/USD/count");
    }

    @Test
    @Order(2)
    void digestSendsMailsThatCanBeReadBack() throws Exception {
        var answers = answers(FunctionZip.DIGEST);
        assertThat(answers.get("digest-due.json").at("/weeks/0/week").asText())
                .isEqualTo("2026-W17");
        assertThat(answers.get("digest-due.json").at("/weeks/0/sent").asInt()).isEqualTo(2);
        assertThat(answers.get("digest-requested.json").at("/weeks/0/alreadySent").asInt())
                .isEqualTo(2);
        assertThat(answers.get("digest-preview.json").at("/previews/0/finding").asText())
                .isEqualTo("sound");
        var mails = account.mails().stream().filter(m -> m.contains("2026-W17-")).toList();
        assertThat(mails)
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail).contains("Subject: Cloud costs 2026-W17"))
                .anySatisfy(mail -> assertThat(mail).contains("To: finance@example.com"))
                .anySatisfy(mail -> assertThat(mail).contains("To: engineering@example.com"));
        var plans = new PlanTexts(account.table().client(), EmbeddedTable.NAME);
        var id = DeployedPlan.read(plan).id();
        assertThat(plans.read(id)).contains(Files.readString(plan));
        assertThat(plans.values(id)).contains(Files.readString(folder.resolve("values.csv")));
    }

    /// The stack's Digest through the command, as somebody asks for it; twice, and by its event.
    @Test
    @Order(3)
    void whoLostTheirMailIsSentACopyOnceWithItsReason() throws Exception {
        try (var stack =
                new DeployedFunctions(List.of(FunctionZip.DIGEST), PackagedFunctionsTest::start)) {
            assertThat(resend(stack)).isEqualTo("copy 1 of 2026-W17: sent");
            assertThat(resend(stack)).isEqualTo("copy 1 of 2026-W17: already sent");
        }
        try (var function = start(FunctionZip.DIGEST)) {
            var event = answer(function, ROOT.resolve("events/resend-copy.json"));
            assertThat(event.at("/weeks/0/alreadySent").asInt()).isEqualTo(1);
        }
        var copies = account.mails().stream().filter(m -> m.contains("[copy 1]")).toList();
        assertThat(copies)
                .singleElement()
                .satisfies(
                        copy ->
                                assertThat(copy)
                                        .contains("To: finance@example.com")
                                        .contains("Subject: [copy 1] Cloud costs 2026-W17"));
        var outbox = new Outbox(account.table().client(), EmbeddedTable.NAME);
        var week = Week.parse("2026-W17");
        assertThat(outbox.mails(week)).hasSize(3).allMatch(mail -> mail.accepted() == 1);
        assertThat(outbox.mails(week))
                .filteredOn(mail -> !mail.isDigest())
                .singleElement()
                .satisfies(
                        mail ->
                                assertThat(outbox.receipt(week, mail.attempts().getLast()))
                                        .contains("\"number\" : 1")
                                        .contains("\"reason\" : \"" + LOST + "\""));
    }

    private static String resend(DeployedFunctions stack) throws Exception {
        var output = folder.resolve("resend.txt");
        var command =
                stack.command(
                        output,
                        "resend",
                        "--account",
                        "--week",
                        "2026-W17",
                        "--to",
                        "finance@example.com",
                        "--reason",
                        LOST);
        assertThat(command.waitFor()).as(Files.readString(output)).isZero();
        return Files.readString(output).strip();
    }

    @Test
    @Order(4)
    void feedbackRecordsABounce() {
        try (var function = start(FunctionZip.FEEDBACK)) {
            var bounce = answer(function, ROOT.resolve("events/feedback-bounce.json"));
            assertThat(bounce.path("bounced").asInt()).isEqualTo(1);
        }
        var outbox = new Outbox(account.table().client(), EmbeddedTable.NAME);
        assertThat(outbox.mails(Week.parse("2026-W17")))
                .filteredOn(Mail::isDigest)
                .filteredOn(mail -> mail.address().equals("finance@example.com"))
                .singleElement()
                .satisfies(
                        mail ->
                                assertThat(mail.attempts().getLast().progress().stage())
                                        .isEqualTo(Stage.BOUNCED));
        assertThat(answers(FunctionZip.FEEDBACK)).hasSize(6);
    }

    @Test
    @Order(5)
    void trendsAnswersFromTheSameSnapshots() {
        var answers = answers(FunctionZip.TRENDS);
        assertThat(answers.get("trends-weeks.json").at("/periods")).hasSize(15);
        assertThat(answers.get("trends-everything.json").at("/periods")).hasSize(16);
        assertThat(answers.get("trends-category.json").textValue())
                .startsWith("kind,name,period,")
                .contains("category,Infrastructure,2026-04,");
    }

    @Test
    @Order(6)
    void trendsAnswersAQuestionBeforeItsSnapshotIsTaken() {
        var zip = FunctionZip.TRENDS;
        var asked = new AtomicLong();
        try (var counted = new LoopbackAws(counting(asked));
                var function =
                        new PackagedFunction(
                                zip.path(),
                                zip.handler(),
                                snapStart(counted),
                                System.out::println)) {
            function.ready().join();
            assertThat(asked).hasPositiveValue();
            assertThat(answer(function, ROOT.resolve("events/trends-weeks.json")).has("series"))
                    .isTrue();
        }
    }

    @Test
    @Order(7)
    void theDoctorLooksAtEverythingAndSaysWhatItCannotSee() {
        var diagnosis = answers(FunctionZip.DOCTOR).get("doctor-all.json");
        assertThat(diagnosis.path("findings").findValuesAsText("area"))
                .contains("plan", "export", "bucket", "table", "snapshots", "mail", "schedules")
                .contains("digests", "functions", "permissions");
        assertThat(diagnosis.path("findings").findValuesAsText("what"))
                .contains("cur2-org: CUR 2.0");
        assertThat(diagnosis.path("verdict").asText()).isEqualTo("problem");
    }

    @Test
    void trendsIsDeployedEvenWhenItsTableCannotBeReached() {
        var zip = FunctionZip.TRENDS;
        var log = new CopyOnWriteArrayList<String>();
        try (var nothing = new LoopbackAws(Map.of());
                var function =
                        new PackagedFunction(
                                zip.path(), zip.handler(), snapStart(nothing), log::add)) {
            function.ready().join();
            assertThat(function.isAlive()).isTrue();
            assertThat(log).anyMatch(line -> line.contains("without an answered question"));
        }
    }

    @ParameterizedTest
    @CsvSource({"COLLECT, 80", "DIGEST, 25", "TRENDS, 25", "DOCTOR, 35"})
    void noZipIsBiggerThanItHasToBe(FunctionZip zip, int megabytes) throws IOException {
        assertThat(Files.size(zip.path())).isLessThan(megabytes * 1_000_000L);
    }

    private static Map<String, HttpHandler> counting(AtomicLong asked) {
        var table = new TableEndpoint(account.table().client());
        return Map.of(
                "dynamodb",
                exchange -> {
                    asked.incrementAndGet();
                    table.handle(exchange);
                });
    }

    private static Map<String, String> snapStart(LoopbackAws aws) {
        var environment = new TreeMap<>(account.environment(FunctionZip.TRENDS));
        environment.remove("AWS_ENDPOINT_URL_DYNAMODB");
        environment.putAll(aws.environment());
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return environment;
    }

    /// One process answers all of a function's events, as Lambda keeps it.
    private static Map<String, JsonNode> answers(FunctionZip zip) {
        var answers = new LinkedHashMap<String, JsonNode>();
        try (var function = start(zip)) {
            for (var event : Zips.events(zip)) {
                answers.put(event.getFileName().toString(), answer(function, event));
            }
        }
        return answers;
    }

    private static JsonNode answer(PackagedFunction function, Path event) {
        try {
            return switch (function.invoke(Files.readString(event), PATIENCE)) {
                case Answered(var json) -> JSON.readTree(json);
                case Failed failed -> throw new AssertionError(event + ": " + failed);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PackagedFunction start(FunctionZip zip) {
        return new PackagedFunction(
                zip.path(), zip.handler(), account.environment(zip), System.out::println);
    }
}
