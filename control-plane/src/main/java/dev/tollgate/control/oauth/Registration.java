package dev.tollgate.control.oauth;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tollgate made known to a provider.
 *
 * @param secretExpiresAt when the client must be registered anew; null: never
 */
public record Registration(ClientIdentity client, @Nullable Instant secretExpiresAt) {
    /**
     * @param clientName what a person reads when asked for consent
     * @param redirect the only address that people come back to
     */
    public record Wanted(String clientName, URI redirect) {}
}
