package dev.tollgate.control.credential;

import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a renewal began with, and its results need.
 *
 * @param masterKey what the key is called that seals
 * @param refreshToken that is used; null: there is none
 * @param lostAt when this refresh token was sent before and nobody knows what came of it; null: it was not
 */
record Asked(
        TenantId tenant,
        String masterKey,
        @Nullable String refreshToken,
        @Nullable Instant lostAt) {
    @Override
    public String toString() {
        return "renewal of " + tenant + (refreshToken == null ? "" : " with a refresh token");
    }
}
