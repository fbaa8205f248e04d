package dev.tollgate.model.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject as written by a client.
 *
 * @param kind tier, customer, team, user, service or provider; stays as it is
 * @param id a slug for a tier or provider, whose id people choose, and absent otherwise; stays as it is
 * @param parent what it stands under, as {@code customer:<uuid>}; absent if it stands alone
 * @param groupIds tool groups attached to it; absent means none
 */
public record NewSubject(
        String kind,
        @Nullable String id,
        String name,
        @Nullable String parent,
        @Nullable List<UUID> groupIds) {}
