package dev.glidepath.infra.settings;

/// One value as it is written.
///
/// @param place the file, line and column, or the context key on the command line
record Setting(String text, String place) {

    /// For a message of one line.
    String shown() {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
