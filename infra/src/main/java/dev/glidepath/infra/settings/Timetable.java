package dev.glidepath.infra.settings;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;

/// When the functions run: the times exist on every day in the zone.
///
/// @param collect of every day
/// @param digestDay on which a digest is due
public record Timetable(ZoneId zone, LocalTime collect, DayOfWeek digestDay, LocalTime digest) {}
