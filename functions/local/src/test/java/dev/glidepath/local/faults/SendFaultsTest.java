package dev.glidepath.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.store.Snapshots;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.SplittableRandom;

/// Whatever happens to the requests of a run of digest: once SES has told what it took and the next
/// days have come, each recipient has one mail, and the outbox says so. `-Dfaults=all` puts each
/// fault at each request; else some of them.
class SendFaultsTest {

    private static final int SAMPLED = 5;

    @TempDir private static Path folder;
    private static Behind behind;
    private static Items before;
    private static int requests;

    private Sending sending;

    @BeforeAll
    static void aBill() {
        behind = new Behind(folder, folder);
        var table = behind.newTable();
        SmallBill.into(new Snapshots(behind.dynamo(), table));
        before = Items.of(behind.dynamo(), table);
        behind.proxy().play((_, _) -> Fault.NONE);
        var peace = new SendFaultsTest();
        peace.begin();
        peace.sending.run();
        requests = behind.proxy().seen().size();
    }

    @AfterAll
    static void close() {
        behind.close();
    }

    @BeforeEach
    void begin() {
        var table = behind.newTable();
        before.into(behind.dynamo(), table);
        sending = new Sending(behind, table, SmallBill.DUE);
    }

    @Test
    void withoutFaultsEachRecipientHasAMail() {
        behind.proxy().play((_, _) -> Fault.NONE);
        sending.run().requireDone();
        sending.sesTells();
        assertThat(requests).isGreaterThan(20);
        sending.assertEverybodyHasOne("no fault");
    }

    @Test
    void afterAnyFaultEachRecipientHasOneMail() {
        var troubles = Trouble.atAnyOf(requests, SAMPLED);
        int failed = 0;
        for (var trouble : troubles) {
            begin();
            behind.proxy().play(trouble);
            failed += sending.fails() ? 1 : 0;
            sending.sesTells();
            sending.daysGoBy();
            sending.assertEverybodyHasOne(trouble.toString());
        }
        System.out.printf(
                "%d faults at up to %d requests of digest; %d runs failed%n",
                troubles.size(), requests, failed);
    }

    /// The one request that must not be repeated, however it fails.
    @Test
    void whateverSesAnswersItIsAskedOnceUntilItIsKnownWhatItTook() {
        for (var fault : Fault.values()) {
            begin();
            behind.proxy()
                    .play((request, _) -> request.service().equals("ses") ? fault : Fault.NONE);
            sending.fails();
            long asked =
                    behind.proxy().seen().stream().filter(r -> r.service().equals("ses")).count();
            // Nobody was accepted while SES has too much to do: asking again is safe, and is done.
            boolean refused = fault == Fault.THROTTLED;
            assertThat(asked).as("%s", fault).satisfies(n -> assertThat(n > 3).isEqualTo(refused));
            sending.sesTells();
            sending.daysGoBy();
            sending.assertEverybodyHasOne(fault.toString());
        }
    }

    @Test
    void anotherRunAtAnyRequestSendsNothingTwice() {
        for (int at = 1; at <= requests; at += Trouble.all() ? 1 : requests / 3) {
            begin();
            int number = at;
            behind.proxy()
                    .play(
                            (_, n) -> {
                                if (n == number) {
                                    sending.run();
                                }
                                return Fault.NONE;
                            });
            sending.fails();
            sending.sesTells();
            sending.daysGoBy();
            sending.assertEverybodyHasOne("another run at request " + at);
        }
    }

    /// As clocks do that are set right: by minutes, not by hours.
    @Test
    void aClockThatJumpsSendsNothingTwice() {
        var random = new SplittableRandom(8);
        for (int i = 0; i < 2; i++) {
            begin();
            behind.proxy()
                    .play(
                            (_, _) -> {
                                sending.clockIs(
                                        SmallBill.DUE.plusSeconds(random.nextLong(-600, 600)));
                                return Fault.NONE;
                            });
            for (int again = 0; again < 4; again++) {
                sending.fails();
            }
            sending.sesTells();
            sending.daysGoBy();
            sending.assertEverybodyHasOne("jump " + i);
        }
    }
}
