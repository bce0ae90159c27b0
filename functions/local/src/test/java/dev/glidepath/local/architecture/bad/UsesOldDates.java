package dev.glidepath.local.architecture.bad;

import java.util.Date;

public record UsesOldDates(Date date) {}
