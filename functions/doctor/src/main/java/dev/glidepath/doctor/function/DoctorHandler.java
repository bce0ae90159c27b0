package dev.glidepath.doctor.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

import dev.glidepath.collect.Scratch;
import dev.glidepath.doctor.Clients;
import dev.glidepath.doctor.Doctor;
import dev.glidepath.doctor.Installation;
import dev.glidepath.runtime.DeployedPlan;
import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Variable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// On request: the checks of the local command, with what the stack knows and may.
public final class DoctorHandler
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    public static final Set<Variable> VARIABLES =
            Set.of(
                    Variable.TABLE,
                    Variable.PLAN,
                    Variable.EXPORTS,
                    Variable.EXPORT_OWNER,
                    Variable.SENDER,
                    Variable.CONFIGURATION_SET,
                    Variable.TIME_ZONE,
                    Variable.SCHEDULES,
                    Variable.COLLECT_FUNCTION,
                    Variable.DIGEST_FUNCTION);

    private final Installation installation;

    public DoctorHandler() {
        this(installation(new Environment(System.getenv(), VARIABLES)));
    }

    DoctorHandler(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        var diagnosis = Doctor.examine(installation.examinations());
        context.getLogger().log("doctor: " + diagnosis.line(), LogLevel.INFO);
        return diagnosis.json();
    }

    private static Installation installation(Environment environment) {
        var values = new EnumMap<Variable, String>(Variable.class);
        VARIABLES.forEach(variable -> values.put(variable, environment.text(variable)));
        return new Installation(
                values,
                DeployedPlan.read(Path.of(environment.text(Variable.PLAN))),
                List.of(),
                Clients.ofEnvironment(),
                Scratch.folder(Path.of(System.getProperty("java.io.tmpdir"))),
                InstantSource.system());
    }
}
