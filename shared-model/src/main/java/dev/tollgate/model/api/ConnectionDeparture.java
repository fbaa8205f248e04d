package dev.tollgate.model.api;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a browser is sent, and what proves later that it is the one that comes back.
 *
 * @param address of the provider; for this person's browser alone
 * @param binding a secret that stays with whoever began, and is never sent through the browser's address line
 * @param expiresAt until when the return is taken
 */
public record ConnectionDeparture(UUID id, URI address, String binding, Instant expiresAt) {
    @Override
    public String toString() {
        return "departure " + id;
    }
}
