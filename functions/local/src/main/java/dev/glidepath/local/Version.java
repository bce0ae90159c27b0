package dev.glidepath.local;

import picocli.CommandLine.IVersionProvider;

import java.util.Objects;

/// The version that the jar's manifest states.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"glidepath " + current()};
    }

    static String current() {
        return Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "development");
    }
}
