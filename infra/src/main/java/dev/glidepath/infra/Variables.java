package dev.glidepath.infra;

import dev.glidepath.collect.athena.Place;
import dev.glidepath.infra.settings.Settings;
import dev.glidepath.runtime.Variable;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the functions are told.
record Variables(
        Settings settings,
        SnapshotStorage storage,
        Exports exports,
        Mail mail,
        Schedules schedules,
        Optional<Queries> queries) {

    /// Read by the JVM. Its compilers are left as Lambda sets them: the first only, except where
    /// SnapStart takes the start away.
    static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    /// Exactly those that its handler reads; in one order, as the template is to be the same bytes.
    ///
    /// @param made those that were made before it
    Map<String, String> of(Task task, Functions made) {
        var values = new TreeMap<String, String>();
        task.variables().forEach(variable -> values.put(variable.key(), value(variable, made)));
        if (task == Task.COLLECT) {
            // DuckDB is native code.
            values.put(JVM_OPTIONS, "--enable-native-access=ALL-UNNAMED");
        }
        return values;
    }

    private String value(Variable variable, Functions made) {
        var timetable = settings.timetable();
        return switch (variable) {
            case TABLE -> storage.table().getTableName();
            case PLAN -> PlanLayer.path();
            case EXPORTS -> exports.location();
            case EXPORT_OWNER -> exports.owner();
            case LIMITS -> settings.operation().limits();
            case ATHENA -> queries.map(Queries::told).orElse(Place.OFF);
            case SENDER -> settings.mailing().sender();
            case OWNER -> settings.operation().alarmAddress();
            case CONFIGURATION_SET -> mail.configurationSet();
            case TIME_ZONE -> timetable.zone().getId();
            case DIGEST_DAY -> timetable.digestDay().name();
            case DIGEST_TIME -> timetable.digest().toString();
            case SCHEDULES -> schedules.group();
            case COLLECT_FUNCTION -> made.get(Task.COLLECT).getFunctionName();
            case DIGEST_FUNCTION -> made.get(Task.DIGEST).getFunctionName();
        };
    }
}
