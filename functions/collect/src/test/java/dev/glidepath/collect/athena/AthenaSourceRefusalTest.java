package dev.glidepath.collect.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.ChargeSource.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.athena.model.QueryExecutionState;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What goes wrong on the way of a question, and what is said of it.
class AthenaSourceRefusalTest extends AthenaDelivered {

    @Test
    void refusesARowThatCannotBeRead() {
        read(source());
        succeed(result(1, "1 n/a"));
        assertThatThrownBy(() -> read(source()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(PART + ": a row: column ")
                .hasMessageContaining("'n/a' is not a number");
    }

    @Test
    void findsTheRowThatCannotBeRead() {
        deliver(HEADER + ROW + ROW.replace("12.5", "n/a"));
        read(source());
        succeed(result(1, "1 n/a"));
        assertThatThrownBy(() -> read(source()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(PART + ": row 3: column BilledCost: 'n/a' is not a number");
    }

    @Test
    void refusesAResultThatReadAnotherFile() {
        read(source());
        succeed(result(1, "").replace(PART, FOLDER + "stray.csv.gz"));
        assertThatThrownBy(() -> read(source())).hasMessageContaining("stray.csv.gz");
    }

    @Test
    void refusesAResultOfWhichRowsAreMissing() {
        read(source());
        succeed(result(2, ""));
        assertThatThrownBy(() -> read(source()))
                .hasMessageContaining("1 rows in groups and 2 in files");
    }

    @Test
    void refusesAResultWithOtherColumns() {
        read(source());
        succeed("\"a\",\"b\"\n");
        assertThatThrownBy(() -> read(source())).hasMessageContaining("[a, b] instead of");
    }

    @Test
    void refusesWhenAFileIsReplacedWhileTheResultIsRead() {
        var delivery = delivery();
        source().read(bucket(exports), delivery, Set.of(), _ -> {});
        succeed(result(1, ""));
        deliver(HEADER + ROW + ROW);

        assertThatThrownBy(() -> Listed.requireSame(bucket(exports), delivery))
                .hasMessage(
                        PART
                                + ": was replaced while Athena read it; collect again when the"
                                + " delivery has finished");
        S3.deleteObject(r -> r.bucket(exports).key(PART));
        assertThatThrownBy(() -> Listed.requireSame(bucket(exports), delivery))
                .hasMessageContaining("is missing since Athena read it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAILED    | Query exhausted resources at this scale factor   | name fewer tags",
                "FAILED    | Bytes scanned limit was exceeded                 | raise the workgroup's limit",
                "CANCELLED | Query cancelled by user                          | collect again an hour",
                "FAILED    | COLUMN_NOT_FOUND: line 1:8: no such column       | collect again an hour",
                "FAILED    | Access Denied (Service: Amazon S3)               | allow the function",
                "CANCELLED |                                                  | (it was cancelled)"
            })
    void tellsInOneLineWhyAQueryFailed(QueryExecutionState state, String reason, String remedy) {
        read(source());
        athena.state = state;
        athena.reason = Optional.ofNullable(reason).map(text -> text + "\n\tat line two");

        assertThatThrownBy(() -> read(source()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        MANIFEST + ": Athena's query query-0 ended without a result (")
                .hasMessageContaining(remedy)
                .message()
                .doesNotContain("\n", "\t");
    }

    /// Lambda tries again at once, and each time would cost.
    @Test
    void doesNotAskAgainAtOnceAfterAFailure() {
        read(source());
        athena.state = QueryExecutionState.FAILED;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> read(source())).hasMessageContaining("ended without a result");
        }
        assertThat(athena.started).hasSize(1);

        now = now.plus(Duration.ofMinutes(61));
        assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        assertThat(athena.started).hasSize(2);
    }

    @Test
    void stopsAQueryThatRunsTooLong() {
        read(source());
        now = now.plus(Duration.ofMinutes(59));
        assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        assertThat(athena.stopped).isEmpty();

        now = now.plus(Duration.ofMinutes(2));
        assertThatThrownBy(() -> read(source()))
                .hasMessageContaining("query-0 ran longer than 60 minutes and was stopped");
        assertThat(athena.stopped).containsExactly("query-0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | TooManyRequestsException  | too many | Athena is busy (TooManyRequestsException); collect again in some minutes",
                "400 | ThrottlingException       | slow     | Athena is busy (ThrottlingException); collect again in some minutes",
                "400 | AccessDeniedException     | no grant | Athena denies access (no grant); deploy the stack again",
                "400 | InvalidRequestException   | too long | Athena answered 400 (InvalidRequestException: too long); collect again",
                "500 | InternalServerException   | oops     | Athena answered 500 (InternalServerException: oops); collect again"
            })
    void tellsWhatAthenaRefuses(int status, String code, String said, String message) {
        athena.refusal = Optional.of(ScriptedAthena.refusal(status, code, said));
        assertThatThrownBy(() -> read(source()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(MANIFEST + ": " + message);
    }

    @Test
    void refusesFilesWithDifferentColumns() {
        put(FOLDER + "org-00002.csv.gz", zipped("X," + HEADER + "1," + ROW));
        put(MANIFEST, manifest("org-00001.csv.gz", "org-00002.csv.gz"));
        assertThatThrownBy(() -> read(source()))
                .hasMessageContaining("org-00002.csv.gz: has other columns than " + PART);
    }
}
