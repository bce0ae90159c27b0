package dev.glidepath.doctor.check;

import dev.glidepath.doctor.check.FunctionCheck.Room;

import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

import java.util.Optional;
import java.util.function.Supplier;

/// A deployed function's room.
public record LambdaRoom(LambdaClient lambda, String function) implements Supplier<Room> {

    @Override
    public Room get() {
        try {
            var has = lambda.getFunctionConfiguration(r -> r.functionName(function));
            long disk = has.ephemeralStorage() == null ? 512 : has.ephemeralStorage().size();
            return new Room(function, has.memorySize(), disk, trouble(has));
        } catch (ResourceNotFoundException e) {
            throw new IllegalStateException("there is no function " + function, e);
        }
    }

    private static Optional<String> trouble(GetFunctionConfigurationResponse has) {
        if (has.state() == State.FAILED || has.state() == State.INACTIVE) {
            return Optional.of("is " + has.stateAsString() + ", " + has.stateReason());
        }
        return has.lastUpdateStatus() == LastUpdateStatus.FAILED
                ? Optional.of("its last update failed, " + has.lastUpdateStatusReason())
                : Optional.empty();
    }
}
