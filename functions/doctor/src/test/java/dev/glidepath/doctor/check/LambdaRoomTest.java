package dev.glidepath.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.doctor.check.FunctionCheck.Room;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.lambda.LambdaClient;

import java.util.Optional;

class LambdaRoomTest {

    private final ScriptedAws aws = new ScriptedAws();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aFunctionThatRunsHasItsRoomAndNoTrouble() {
        assertThat(room("\"State\":\"Active\",\"EphemeralStorage\":{\"Size\":4096}"))
                .isEqualTo(new Room("collect", 3008, 4096, Optional.empty()));
    }

    @Test
    void whatLambdaDoesNotSayIsTheDiskThatEachFunctionHas() {
        assertThat(room("\"State\":\"Active\"").disk()).isEqualTo(512);
    }

    @ParameterizedTest
    @CsvSource({
        "State, Failed, StateReason, 'is Failed, no image'",
        "State, Inactive, StateReason, 'is Inactive, no image'",
        "LastUpdateStatus, Failed, LastUpdateStatusReason, 'its last update failed, no image'"
    })
    void whatKeepsItFromRunningIsSaid(String key, String value, String reason, String trouble) {
        assertThat(
                        room("\"%s\":\"%s\",\"%s\":\"no image\"".formatted(key, value, reason))
                                .trouble())
                .contains(trouble);
    }

    @Test
    void whatMayNotBeSeenIsNoRoom() {
        assertThatThrownBy(() -> new LambdaRoom(aws.client(LambdaClient.builder()), "x").get())
                .isInstanceOf(AwsServiceException.class);
    }

    private Room room(String more) {
        aws.with(
                "GET /2015-03-31/functions/collect/configuration",
                "{\"MemorySize\":3008,%s}".formatted(more));
        return new LambdaRoom(aws.client(LambdaClient.builder()), "collect").get();
    }
}
