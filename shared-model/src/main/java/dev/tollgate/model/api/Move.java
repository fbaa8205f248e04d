package dev.tollgate.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's move from one region to another.
 *
 * @param at when the one stops and the other begins; absent while the new region is still being given everything. It may be
 *     put off while not every gateway knows it
 */
public record Move(String from, String to, @Nullable Instant at, State state) {
    /** How far it is. */
    public enum State {
        STAGED,
        SCHEDULED,
        DONE
    }
}
