package dev.tollgate.control.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time as PostgreSQL keeps it, so that what is answered before it is stored is what is read back later. */
public final class Times {
    private Times() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
