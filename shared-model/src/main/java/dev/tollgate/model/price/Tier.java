package dev.tollgate.model.price;

import org.jspecify.annotations.Nullable;

/**
 * A part of the quantities that has its own rate. A free quota is a first tier that costs nothing.
 *
 * @param upTo the last one of it, counted from 1; absent for the last tier, which has no end
 */
public record Tier(@Nullable Long upTo, Rate rate) {
    public Tier {
        if (upTo != null && upTo < 1) {
            throw new IllegalArgumentException("a tier ends with 1 or more, not " + upTo);
        }
    }
}
