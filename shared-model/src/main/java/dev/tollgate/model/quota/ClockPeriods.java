package dev.tollgate.model.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Windows that are parts of a day. They begin on full local minutes and hours. An hour that the clocks go through twice is
 * two windows. Where clocks change by less than a window (half an hour on Lord Howe Island), the change ends one window
 * and begins another, so both are short and neither holds an instant of the other.
 */
final class ClockPeriods {
    private ClockPeriods() {}

    static Period at(Instant at, WindowLength length, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        long millis = length.rolling().toMillis();
        Duration offset = Duration.ofSeconds(rules.getOffset(at).getTotalSeconds());
        long local = at.plus(offset).toEpochMilli();
        Instant start =
                Instant.ofEpochMilli(local - Math.floorMod(local, millis)).minus(offset);
        Instant end = start.plusMillis(millis);
        ZoneOffsetTransition last = rules.previousTransition(at.plusNanos(1));
        if (last != null && last.getInstant().isAfter(start)) {
            start = last.getInstant();
        }
        ZoneOffsetTransition next = rules.nextTransition(at);
        if (next != null && next.getInstant().isBefore(end)) {
            end = next.getInstant();
        }
        return new Period(start, end);
    }
}
