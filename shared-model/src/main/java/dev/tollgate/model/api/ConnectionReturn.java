package dev.tollgate.model.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has come back from a provider.
 *
 * @param departure as it was answered, and as the browser brings it
 * @param handle that the browser brings; good once
 * @param binding that was answered with the departure, and that no browser brings
 */
public record ConnectionReturn(
        @Nullable UUID departure,
        @Nullable String handle,
        @Nullable String binding) {
    @Override
    public String toString() {
        return "return of " + departure;
    }
}
