package dev.glidepath.local.architecture.bad;

import java.time.LocalDate;
import java.time.ZoneOffset;

public record KnowsTheClock() {
    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
