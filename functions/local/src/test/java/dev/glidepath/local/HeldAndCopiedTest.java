package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.CopyNote;
import dev.glidepath.store.outbox.Made;
import dev.glidepath.store.outbox.MailKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What a person decides of a digest.
class HeldAndCopiedTest {

    @TempDir private Path folder;
    private SmallBucket bucket;

    @BeforeEach
    void anExport() throws IOException {
        bucket = SmallBucket.in(folder);
    }

    @Test
    void aHoldIsToldOnceAndReleased() {
        bucket.backfill("2026-05", "2026-05");
        assertThat(hold("The credit is disputed").out())
                .contains("2026-W19 is held by ann on ", ": The credit is disputed");
        assertThat(hold("Another reason").out())
                .contains("was already held by ann", "The credit is disputed");
        assertThat(hold("two\nlines").exitCode()).isEqualTo(1);
        var released = bucket.run("release", "--week", "2026-W19", "--by", "bob", "--json");
        assertThat(released.json().path("changed").asBoolean()).isTrue();
        assertThat(bucket.run("release", "--week", "2026-W19").out())
                .contains("was already released");
        assertThat(bucket.run("release", "--week", "2026-W20").out()).contains("was not held");
    }

    @Test
    void whoDecidesIsOneLine() {
        bucket.backfill("2026-05", "2026-05");
        var outcome =
                bucket.run("hold", "--week", "2026-W19", "--by", "ann\nbob", "--reason", "Wrong");
        assertThat(outcome.errors()).singleElement().asString().contains("--by: a line break");
    }

    @Test
    void aCopyDoesNotCountAmongTheDigestsThatWereSentBefore() {
        bucket.backfill("2026-05", "2026-05");
        var week = Week.parse("2026-W19");
        var made = new Made(Instant.now(), "plan", "Cloud costs", "hash", "{}");
        var copy = new CopyNote(1, "It was lost", Instant.now());
        try (var open = StoreFolder.open(bucket.store())) {
            for (var to : List.of("cfo@acme.com", "cto@acme.com")) {
                open.outbox().filed(MailKey.of(week, to), to, made);
                open.outbox().filed(copy.key(week, to), to, made);
            }
        }
        assertThat(hold("The credit is disputed").out()).endsWith("  2 had got it before\n");
    }

    @Test
    void aDigestThatAPersonHoldsIsWrittenAndNotFiled() {
        bucket.backfill("2026-03", "2026-05");
        hold("The credit is disputed");
        var out = folder.resolve("digests");
        assertThat(bucket.run("digest", "--week", "2026-W19", "--out", out.toString()).exitCode())
                .isEqualTo(3);
        assertThat(out.resolve("2026-W19/finance@example.com/digest.html")).exists();
        try (var open = StoreFolder.open(bucket.store())) {
            assertThat(open.outbox().mails(Week.parse("2026-W19"))).isEmpty();
        }
    }

    @Test
    void anAddressIsTheSameInCapitals() {
        bucket.backfill("2026-03", "2026-05");
        var week = folder.resolve("p/2026-W19");
        bucket.run(
                "preview",
                "--week",
                "2026-W19",
                "--to",
                "Finance@EXAMPLE.com",
                "--out",
                folder.resolve("p").toString());
        assertThat(week).isDirectoryContaining("glob:**/finance@example.com");
        assertThat(week.resolve("engineering@example.com")).doesNotExist();
    }

    @Test
    void aWeekThatAPersonHoldsIsNotFiled() {
        bucket.backfill("2026-03", "2026-05");
        hold("The credit is disputed");
        var outcome =
                bucket.run(
                        "preview", "--week", "2026-W19", "--out", folder.resolve("p").toString());
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("  held: held by ann since ", "The credit is disputed");
    }

    @Test
    void aCopyNeedsAMailThatWasSent() {
        bucket.backfill("2026-05", "2026-05");
        assertThat(resend("It was lost").errors())
                .singleElement()
                .asString()
                .contains("that recipient was never sent the mail of 2026-W19");
    }

    @Test
    void whyACopyIsAskedForIsOneLine() {
        for (var broken : List.of("It was\nlost", "It was\u2029lost")) {
            assertThat(resend(broken).errors())
                    .containsExactly(
                            "glidepath: --reason: a line break or a control character: keep it on one line");
        }
        assertThat(resend(" ").errors())
                .containsExactly("glidepath: --reason is empty: write one line");
    }

    private Cli.Outcome hold(String reason) {
        return bucket.run("hold", "--week", "2026-W19", "--by", "ann", "--reason", reason);
    }

    private Cli.Outcome resend(String reason) {
        return bucket.run(
                "resend", "--week", "2026-W19", "--to", "cfo@acme.com", "--reason", reason);
    }
}
