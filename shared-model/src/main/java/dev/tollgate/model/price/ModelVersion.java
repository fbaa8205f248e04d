package dev.tollgate.model.price;

import java.time.Instant;

/** What tokens cost in calls that begin at {@code effectiveFrom} or later, until the next version. Never changed once it holds. */
public record ModelVersion(long version, Instant effectiveFrom, ModelRates rates) {
    public ModelVersion {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1, not " + version);
        }
    }
}
