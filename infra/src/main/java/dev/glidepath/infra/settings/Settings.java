package dev.glidepath.infra.settings;

/// What `glidepath.yaml` says.
public record Settings(ExportSource export) {}
