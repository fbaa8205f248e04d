package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to be sent to a server's provider.
 *
 * @param scopes beside those that are asked for anyway and those that were granted before
 * @param client of a person's connection: allowed to use it as soon as it is there; none for the tenant's own
 */
public record NewDeparture(
        @Nullable List<String> scopes, @Nullable String client) {}
