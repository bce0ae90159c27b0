package dev.glidepath.infra.settings;

import dev.glidepath.infra.settings.ExportSource.Created;
import dev.glidepath.infra.settings.ExportSource.Existing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads `glidepath.yaml`. A value that CDK context gives (`-c bucket=…`) goes before the file's.
final class SettingsFile {

    static final List<String> KEYS = List.of("export", "format", "bucket", "prefix");

    private static final String DEFAULT_PREFIX = "exports";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

    private final String file;
    private final Map<String, Setting> settings;
    private final List<String> faults;

    private SettingsFile(String file, Map<String, Setting> settings, List<String> faults) {
        this.file = file;
        this.settings = settings;
        this.faults = faults;
    }

    static Optional<Settings> read(
            String file,
            String yaml,
            Function<String, Optional<String>> context,
            List<String> faults) {
        var own = new ArrayList<String>();
        var settings = Entries.read(file, yaml, KEYS, own);
        for (var key : KEYS) {
            context.apply(key)
                    .ifPresent(text -> settings.put(key, new Setting(text.strip(), "-c " + key)));
        }
        if (!own.isEmpty()) {
            faults.addAll(own);
            return Optional.empty();
        }
        var export = new SettingsFile(file, settings, own).export();
        faults.addAll(own);
        return export.filter(_ -> own.isEmpty()).map(Settings::new);
    }

    private Optional<ExportSource> export() {
        var export = settings.get("export");
        if (export == null) {
            faults.add(
                    file
                            + ": \"export\" is missing: write \"export: create\", or \"export:"
                            + " existing\" with the bucket that it lies in");
            return Optional.empty();
        }
        return switch (export.text()) {
            case "create" -> Optional.of(new Created(format(), bucket(), prefix(DEFAULT_PREFIX)));
            case "existing" -> existing(export);
            default -> {
                fault(export, "\"%s\" is not an export: write create or existing");
                yield Optional.empty();
            }
        };
    }

    private Optional<ExportSource> existing(Setting export) {
        var format = settings.get("format");
        if (format != null) {
            fault(format, "an existing export has its format already: remove \"format\"");
        }
        var bucket = bucket();
        if (!settings.containsKey("bucket")) {
            fault(export, "an existing export lies in a bucket: add \"bucket: its-name\"");
        }
        var prefix = prefix("");
        return bucket.map(name -> new Existing(name, prefix));
    }

    private ExportFormat format() {
        var format = settings.get("format");
        if (format == null) {
            return ExportFormat.FOCUS;
        }
        var known = ExportFormat.of(format.text());
        if (known.isEmpty()) {
            fault(format, "\"%s\" cannot be exported: write FOCUS 1.2 or CUR 2.0");
        }
        return known.orElse(ExportFormat.FOCUS);
    }

    private Optional<String> bucket() {
        return checked(
                "bucket",
                BUCKET,
                "\"%s\" is not a bucket's name: 3 to 63 small letters, digits, dots and hyphens,"
                        + " without s3://");
    }

    private String prefix(String otherwise) {
        return checked(
                        "prefix",
                        PREFIX,
                        "\"%s\" is not a prefix: letters, digits, dots, hyphens and underscores, with"
                                + " a slash between folders only, e.g. billing/exports")
                .orElse(otherwise);
    }

    private Optional<String> checked(String key, Pattern right, String wrong) {
        var setting = Optional.ofNullable(settings.get(key));
        setting.filter(s -> !right.matcher(s.text()).matches()).ifPresent(s -> fault(s, wrong));
        return setting.map(Setting::text);
    }

    private void fault(Setting setting, String message) {
        faults.add(setting.place() + ": " + message.replace("%s", setting.text()));
    }
}
