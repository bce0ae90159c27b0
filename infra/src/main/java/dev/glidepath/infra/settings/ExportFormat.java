package dev.glidepath.infra.settings;

import java.util.Arrays;
import java.util.Optional;

/// What Data Exports can be asked for.
public enum ExportFormat {
    FOCUS("FOCUS 1.2"),
    CUR("CUR 2.0");

    private final String written;

    ExportFormat(String written) {
        this.written = written;
    }

    static Optional<ExportFormat> of(String text) {
        return Arrays.stream(values()).filter(f -> f.written.equalsIgnoreCase(text)).findFirst();
    }

    @Override
    public String toString() {
        return written;
    }
}
