package dev.glidepath.infra.settings;

import dev.glidepath.infra.settings.ExportSource.Created;
import dev.glidepath.infra.settings.ExportSource.Existing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads where the billing export comes from.
final class ExportSettings {

    private static final String DEFAULT_PREFIX = "exports";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern KMS_KEY =
            Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[A-Za-z0-9-]+");

    private final Written written;

    private ExportSettings(Written written) {
        this.written = written;
    }

    static Optional<ExportSource> read(Written written) {
        return written.required(
                        Key.EXPORT,
                        "\"export: create\", or \"export: existing\" with the bucket that it lies"
                                + " in")
                .flatMap(export -> new ExportSettings(written).source(export));
    }

    private Optional<ExportSource> source(Setting export) {
        return switch (export.text()) {
            case "create" -> Optional.of(created());
            case "existing" -> existing(export);
            default -> {
                written.fault(export, "\"%s\" is not an export: write create or existing");
                yield Optional.empty();
            }
        };
    }

    private ExportSource created() {
        for (var key : List.of(Key.BUCKET_OWNER, Key.BUCKET_KEY)) {
            written.setting(key)
                    .ifPresent(
                            setting ->
                                    written.fault(
                                            setting,
                                            "a new export lies in a bucket of this account with"
                                                    + " S3's own key: remove \""
                                                    + key
                                                    + "\""));
        }
        return new Created(format(), bucket(), prefix(DEFAULT_PREFIX), recommendations());
    }

    private Optional<ExportSource> existing(Setting export) {
        written.setting(Key.FORMAT)
                .ifPresent(
                        format ->
                                written.fault(
                                        format,
                                        "an existing export has its format already: remove"
                                                + " \"format\""));
        written.setting(Key.RECOMMENDATIONS)
                .filter(setting -> !setting.text().equals("no"))
                .ifPresent(
                        setting ->
                                written.fault(
                                        setting,
                                        "the bucket of an existing export is not the stack's to"
                                                + " deliver into: have the recommendations"
                                                + " delivered below the same prefix, where they are"
                                                + " found, and remove \"recommendations\""));
        if (written.setting(Key.BUCKET).isEmpty()) {
            written.fault(export, "an existing export lies in a bucket: add \"bucket: its-name\"");
        }
        var prefix = prefix("");
        var owner = owner();
        var key = key();
        return bucket().map(name -> new Existing(name, prefix, owner, key));
    }

    private boolean recommendations() {
        var setting = written.setting(Key.RECOMMENDATIONS);
        setting.filter(s -> !s.text().equals("create") && !s.text().equals("no"))
                .ifPresent(
                        s ->
                                written.fault(
                                        s,
                                        "\"%s\" is no way to get recommendations: write create or"
                                                + " no"));
        return setting.filter(s -> s.text().equals("create")).isPresent();
    }

    private ExportFormat format() {
        return written.setting(Key.FORMAT)
                .flatMap(
                        format ->
                                written.read(
                                        format,
                                        ExportFormat::of,
                                        "\"%s\" cannot be exported: write FOCUS 1.2 or CUR 2.0"))
                .orElse(ExportFormat.FOCUS);
    }

    private Optional<String> bucket() {
        return written.matching(
                Key.BUCKET,
                BUCKET,
                "\"%s\" is not a bucket's name: 3 to 63 small letters, digits, dots and hyphens,"
                        + " without s3://");
    }

    private String prefix(String otherwise) {
        return written.matching(
                        Key.PREFIX,
                        PREFIX,
                        "\"%s\" is not a prefix: letters, digits, dots, hyphens and underscores, with"
                                + " a slash between folders only, e.g. billing/exports")
                .orElse(otherwise);
    }

    private Optional<String> owner() {
        return written.matching(
                Key.BUCKET_OWNER, ACCOUNT, "\"%s\" is not an account: write its 12 digits");
    }

    private Optional<String> key() {
        return written.matching(
                Key.BUCKET_KEY,
                KMS_KEY,
                "\"%s\" is not a key's ARN: write one such as"
                        + " arn:aws:kms:us-east-1:123456789012:key/1234abcd-…, not an alias");
    }
}
