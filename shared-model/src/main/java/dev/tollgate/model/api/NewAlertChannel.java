package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel as written by a client.
 *
 * @param kind cannot be changed later
 * @param url of a webhook, and of nothing else
 * @param addresses of mail, and of nothing else
 * @param enabled true if absent
 */
public record NewAlertChannel(
        String name,
        AlertChannel.Kind kind,
        @Nullable URI url,
        @Nullable List<String> addresses,
        @Nullable Boolean enabled) {}
