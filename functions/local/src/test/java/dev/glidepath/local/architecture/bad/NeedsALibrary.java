package dev.glidepath.local.architecture.bad;

import picocli.CommandLine;

public record NeedsALibrary(CommandLine commandLine) {}
