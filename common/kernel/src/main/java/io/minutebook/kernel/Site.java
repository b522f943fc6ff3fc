package io.minutebook.kernel;

import java.time.ZoneId;

/** A call center's place: the zone its minutes are shown in and the calendar its working days are counted by. */
public record Site(String id, ZoneId zone, WorkingCalendar calendar) {}
