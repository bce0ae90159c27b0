package dev.glidepath.infra;

import dev.glidepath.infra.settings.Settings;
import dev.glidepath.runtime.Variable;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the functions are told.
record Variables(Settings settings, SnapshotStorage storage, Exports exports, Mail mail) {

    /// Exactly those that are asked for; in one order, as the template is to be the same bytes.
    Map<String, String> of(Set<Variable> variables) {
        var values = new TreeMap<String, String>();
        variables.forEach(variable -> values.put(variable.key(), value(variable)));
        return values;
    }

    private String value(Variable variable) {
        var timetable = settings.timetable();
        return switch (variable) {
            case TABLE -> storage.table().getTableName();
            case PLAN -> PlanLayer.path();
            case EXPORTS -> exports.location();
            case EXPORT_OWNER -> exports.owner();
            case SENDER -> settings.mailing().sender();
            case CONFIGURATION_SET -> mail.configurationSet();
            case TIME_ZONE -> timetable.zone().getId();
            case DIGEST_DAY -> timetable.digestDay().name();
            case DIGEST_TIME -> timetable.digest().toString();
        };
    }
}
