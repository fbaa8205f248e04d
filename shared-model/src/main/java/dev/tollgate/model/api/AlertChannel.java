package dev.tollgate.model.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant's alerts go.
 *
 * @param url of a webhook; absent from mail
 * @param addresses of mail; empty for a webhook
 */
public record AlertChannel(
        UUID id,
        String name,
        Kind kind,
        @Nullable URI url,
        List<String> addresses,
        boolean enabled,
        Instant createdAt,
        long version) {
    public AlertChannel {
        addresses = List.copyOf(addresses);
    }

    /** How alerts are sent. */
    public enum Kind {
        WEBHOOK,
        EMAIL
    }
}
