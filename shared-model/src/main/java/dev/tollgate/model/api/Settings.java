package dev.tollgate.model.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant decides for itself.
 *
 * @param snapshotStalenessMaxSeconds a gateway whose configuration is older refuses the tenant's calls; absent if it serves
 *     however old it is
 * @param signInEnvironment where people come to who sign in without a key; absent if it is the oldest
 */
public record Settings(
        ApprovalRule approval,
        @Nullable Integer snapshotStalenessMaxSeconds,
        @Nullable UUID signInEnvironment,
        long version) {}
