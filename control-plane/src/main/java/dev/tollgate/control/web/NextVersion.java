package dev.tollgate.control.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When another version of something begins to hold of which versions follow one another. */
public final class NextVersion {
    /** That may be to come at the same time. */
    public static final int UPCOMING_MAX = 12;

    private NextVersion() {}

    /**
     * @param standing when those begin that hold or are to come, in that order
     * @param wanted absent for at once
     * @throws Refused if it begins no later than the one before, or one too many is to come
     */
    public static Instant begins(List<Instant> standing, @Nullable Instant wanted, Instant now) {
        if (standing.stream().filter(each -> each.isAfter(now)).count() >= UPCOMING_MAX) {
            throw Refused.invalid("effectiveFrom", UPCOMING_MAX + " versions are to come already; withdraw one");
        }
        Instant last = standing.isEmpty() ? Instant.EPOCH : standing.getLast();
        Instant from = wanted == null ? now : wanted;
        if (from.isAfter(last)) {
            return from;
        }
        if (wanted != null || last.isAfter(now)) {
            throw Refused.invalid("effectiveFrom", "lies behind " + last + ", when the version before begins");
        }
        return last.plus(1, ChronoUnit.MICROS);
    }
}
