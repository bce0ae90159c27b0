package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Edition;
import dev.glidepath.digest.Receipt;
import dev.glidepath.local.generate.Export;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.OutboxId;
import dev.glidepath.store.outbox.Progress;
import dev.glidepath.store.outbox.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Three months of deliveries, a digest each week, and each of them made again at the end.
class ReplayTest {

    private static final List<String> FILES =
            List.of("digest.html", "digest.txt", "digest.eml", "receipt.json");

    @TempDir private static Path folder;
    private static final NavigableMap<Path, Instant> MAILS = new TreeMap<>();
    private static Path plan;

    private static Path store() {
        return folder.resolve("store");
    }

    private static String shipped() throws IOException {
        return Files.readString(PlanPath.shipped().path());
    }

    @BeforeAll
    static void liveThroughThreeMonths() throws IOException {
        plan = Files.writeString(folder.resolve("plan.yaml"), shipped());
        var months = Months.of(folder, 4, Export.CUR2_ORG, Export.SAAS_WORKPLACE);
        var days = months.company().deliveryDays();
        var weeks = new TreeSet<Week>();
        try (var open = StoreFolder.open(store())) {
            var snapshots = open.snapshots();
            for (int i = 0; i < days.size(); i += 2) {
                var day = days.get(i);
                months.deliver(List.of(day)).forEach(d -> months.collect(snapshots, d));
                if (day.isAfter(LocalDate.of(2026, 3, 15))) {
                    change();
                }
                if (day.isAfter(Months.START.plusWeeks(3)) && weeks.add(Week.of(day))) {
                    digest(open, day);
                }
            }
        }
        Files.writeString(plan, shipped().replace("tolerance: 2%", "tolerance: 5%"));
        Files.delete(folder.resolve("values.csv"));
    }

    /// To another tolerance, and to values from a file beside it.
    private static void change() throws IOException {
        Files.writeString(
                folder.resolve("values.csv"),
                """
                measure,date,value
                Operational Performance / Operational Efficiency,2026-03-02,81%
                """);
        Files.writeString(
                plan,
                shipped()
                        .replace("tolerance: 2%", "tolerance: 3%")
                        .replace(
                                "\nmeasures:\n",
                                "\nstated values: {file: values.csv}\n\nmeasures:\n"));
    }

    private static void digest(OpenStore open, LocalDate day) {
        var asOf = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var path = new PlanPath(plan);
        var digest = open.digest();
        var week = digest.newestWeek(path.plan(), asOf);
        var out = new DigestFolder(folder.resolve("mails"), DigestFolder.SENDER);
        for (Edition edition : digest.editions(path.plan(), week, asOf)) {
            MAILS.put(new Filing(open, out, path).file(edition, asOf), asOf);
        }
    }

    @AfterAll
    static void forget() {
        MAILS.clear();
    }

    @Test
    void eachMailOfThreeMonthsIsMadeAgainByteForByte() throws IOException {
        assertThat(MAILS).hasSizeGreaterThanOrEqualTo(20);
        var out = new DigestFolder(folder.resolve("again"), DigestFolder.SENDER);
        var plans = new ArrayList<String>();
        try (var open = StoreFolder.open(store())) {
            bounceAll(open);
            for (var mail : MAILS.entrySet()) {
                var receipt =
                        Receipt.parse(Files.readString(mail.getKey().resolve("receipt.json")));
                var again = open.replay().again(receipt);
                assertThat(again.differences()).as("%s", mail.getKey()).isEmpty();
                assertSame(mail.getKey(), out.write(again.edition(), mail.getValue()));
                plans.add(receipt.versions().plan());
            }
        }
        assertThat(Set.copyOf(plans)).as("the plan changed on the way").hasSize(2);
    }

    @Test
    void theCommandsSayWhatIsTheSameAndWhatIsNot() throws IOException {
        var mail = MAILS.lastKey();
        var to = mail.getFileName().toString();
        var week = mail.getParent().getFileName().toString();
        var receipt = mail.resolve("receipt.json");
        assertThat(run("replay", receipt.toString()).out()).contains("the same: ");
        assertThat(run("replay", "--week", week, "--to", to).exitCode()).isZero();

        var other = folder.resolve("other.json");
        Files.writeString(
                other,
                Files.readString(receipt)
                        .replaceFirst("\"code\" : \"[^\"]*", "\"code\" : \"0.0.1"));
        var differs = run("replay", other.toString());
        assertThat(differs.exitCode()).isEqualTo(1);
        assertThat(differs.out()).contains("differs: it was made by glidepath 0.0.1, and this is");
        assertThat(run("replay", plan.toString()).errors())
                .singleElement()
                .asString()
                .startsWith("glidepath: this is no receipt of a digest: ");
        assertThat(run("replay", "--week", week).exitCode()).isEqualTo(2);
    }

    @Test
    void theOutboxHasEachRecipientsOwnReceipt() throws IOException {
        var week = MAILS.lastKey().getParent();
        var mails = MAILS.keySet().stream().filter(m -> m.getParent().equals(week)).toList();
        assertThat(mails).hasSizeGreaterThan(1);
        for (var mail : mails) {
            var receipt = Receipt.parse(Files.readString(mail.resolve("receipt.json")));
            var to = mail.getFileName().toString();
            assertThat(run("replay", "--week", week.getFileName().toString(), "--to", to).out())
                    .contains("the same: " + receipt.mail().letter());
        }
    }

    @Test
    void aPreviewIsTheMailAndAHeldOneHasAnExitCodeOfItsOwn() throws IOException {
        var mail = MAILS.lastEntry();
        var path = mail.getKey();
        change();
        var out = folder.resolve("preview");
        var arguments =
                List.of(
                        "preview",
                        "--plan",
                        plan.toString(),
                        "--out",
                        out.toString(),
                        "--as-of",
                        mail.getValue().toString(),
                        "--to",
                        path.getFileName().toString());
        assertThat(run(arguments).exitCode()).isZero();
        var week = path.getParent().getFileName().toString();
        assertSame(path, out.resolve(week).resolve(path.getFileName().toString()));

        var held = new ArrayList<>(arguments);
        held.addAll(List.of("--week", Week.parse(week).minus(-1).toString()));
        var outcome = run(held);
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("[held]", "  held: the week ends on");
    }

    /// The week's mail stays sent once: a copy is a mail of its own, which says so.
    @Test
    void aCopyHasTheFiguresOfThenAndIsSentOnce() throws IOException {
        var path = MAILS.firstKey();
        var to = path.getFileName().toString();
        var week = path.getParent().getFileName().toString();
        var out = folder.resolve("copies");
        var arguments =
                new ArrayList<>(
                        List.of("resend", "--week", week, "--to", to, "--reason", "It was lost"));
        arguments.addAll(List.of("--out", out.toString()));
        assertThat(run(arguments).out()).startsWith("copy 1 of " + week + ": written to ");

        var copy = out.resolve(week).resolve(to).resolve("copy-1");
        var text = Files.readString(copy.resolve("digest.txt"));
        assertThat(text)
                .startsWith("A copy, sent again")
                .contains("Why it is sent again: It was lost")
                .endsWith(Files.readString(path.resolve("digest.txt")));
        assertThat(Files.readString(copy.resolve("digest.html"))).contains("It was lost");
        assertThat(Files.readString(copy.resolve("digest.eml"))).contains("[copy 1]");
        var receipt = copy.resolve("receipt.json");
        assertThat(Files.readString(receipt)).contains("\"reason\" : \"It was lost\"");
        assertThat(run("replay", receipt.toString()).out()).contains("the same: ");

        assertThat(run(arguments).out()).isEqualTo("copy 1 of " + week + ": already sent\n");
        arguments.addAll(List.of("--number", "2"));
        assertThat(run(arguments).out()).contains("copy 2 of", "copy-2");
        try (var open = StoreFolder.open(store())) {
            var digests =
                    open.outbox().mails(Week.parse(week)).stream()
                            .filter(m -> m.isDigest() && m.address().equals(to))
                            .toList();
            assertThat(digests).singleElement().matches(mail -> mail.accepted() == 1);
        }
    }

    private static Cli.Outcome run(List<String> arguments) {
        return run(arguments.toArray(String[]::new));
    }

    private static Cli.Outcome run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", store().toString()));
        return new Cli(store()).run(all.toArray(String[]::new));
    }

    /// What is learned of mails later does not change what a receipt says.
    private static void bounceAll(OpenStore open) {
        for (var path : MAILS.keySet()) {
            var to = path.getFileName().toString();
            var week = Week.parse(path.getParent().getFileName().toString());
            var id = new OutboxId(MailKey.of(week, to), 1);
            open.outbox().note(id, Progress.of(Stage.BOUNCED, Instant.now(), "full"));
        }
    }

    private static void assertSame(Path one, Path other) throws IOException {
        for (var file : FILES) {
            assertThat(Files.mismatch(one.resolve(file), other.resolve(file)))
                    .as("%s of %s", file, one)
                    .isEqualTo(-1);
        }
    }
}
