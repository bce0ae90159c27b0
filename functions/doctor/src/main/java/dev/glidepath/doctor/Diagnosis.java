package dev.glidepath.doctor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that was found, by area.
public record Diagnosis(List<Finding> findings) {

    public Diagnosis {
        findings = findings.stream().sorted(Comparator.comparing(Finding::area)).toList();
    }

    public Severity worst() {
        return findings.stream()
                .map(Finding::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.UNKNOWN);
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /// Counts in words, without names and addresses: for the log.
    public String line() {
        return "%d fine, %d unknown, %d warnings, %d problems"
                .formatted(
                        count(Severity.FINE),
                        count(Severity.UNKNOWN),
                        count(Severity.WARNING),
                        count(Severity.PROBLEM));
    }

    /// For programs; the words of severities and areas do not change.
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("verdict", worst().word());
        for (var severity : Severity.values()) {
            json.put(severity.word(), count(severity));
        }
        json.put("findings", findings.stream().map(Diagnosis::json).toList());
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("area", finding.area().word());
        json.put("check", finding.check());
        json.put("severity", finding.severity().word());
        json.put("what", finding.what());
        json.put("why", finding.why());
        json.put("mend", finding.mend());
        return json;
    }
}
