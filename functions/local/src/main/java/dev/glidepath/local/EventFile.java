package dev.glidepath.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.runtime.SmallFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A function's event on this machine.
record EventFile(Path path) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /// As it is, once it is seen to be JSON.
    String text() {
        try {
            var text = SmallFile.text(path);
            if (JSON.readTree(text).isMissingNode()) {
                throw new IllegalArgumentException(path + ": is empty; send {} at least");
            }
            return text;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(path + ": no such file", e);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(path + ": not UTF-8 text; save it as UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    path + ":" + place(e) + ": not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String place(JsonProcessingException e) {
        // Of what is nested too deep it says none.
        return Optional.ofNullable(e.getLocation())
                .map(at -> at.getLineNr() + ":" + at.getColumnNr())
                .orElse("1:1");
    }
}
