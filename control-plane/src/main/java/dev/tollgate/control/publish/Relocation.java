package dev.tollgate.control.publish;

import dev.tollgate.model.id.Region;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's move from one region to another.
 *
 * @param revision that gateways must have before the next step
 * @param epoch of that revision
 * @param at when the one stops and the other begins; absent until it is known
 */
public record Relocation(
        Region from,
        Region to,
        State state,
        long revision,
        long epoch,
        @Nullable Instant at) {
    /** How far it is. */
    public enum State {
        /** The new region has everything and serves nothing. */
        STAGED,
        /** Both know the moment. */
        SCHEDULED,
        /** The new region serves, and the old one knows the tenant no more. */
        DONE
    }
}
