package dev.tollgate.model.price;

import java.time.Instant;

/** How calls are priced that begin at {@code effectiveFrom} or later, until the next version. Never changed once it holds. */
public record PriceVersion(long version, Instant effectiveFrom, PriceTerms terms) {
    public PriceVersion {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1, not " + version);
        }
    }
}
