package dev.tollgate.model.quota;

import java.time.Instant;

/** From {@code start} on, up to and without {@code end}. */
public record Period(Instant start, Instant end) {
    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period ends after its start, not " + start + " to " + end);
        }
    }

    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
