package dev.tollgate.model.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant decides for itself, as written by a client.
 *
 * @param snapshotStalenessMaxSeconds 60 to 2,592,000; absent for gateways to serve however old their configuration is
 * @param signInEnvironment where people come to who sign in without a key; absent for the oldest
 */
public record NewSettings(
        ApprovalRule approval,
        @Nullable Integer snapshotStalenessMaxSeconds,
        @Nullable UUID signInEnvironment) {
    public static final int STALENESS_SECONDS_MAX = 2_592_000;
}
