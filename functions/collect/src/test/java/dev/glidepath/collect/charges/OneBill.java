package dev.glidepath.collect.charges;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// What tests of one small bill start with.
abstract class OneBill {

    @TempDir Path folder;
    Bill bill;

    @BeforeEach
    void emptyFolder() {
        bill = new Bill(folder);
    }
}
