package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * What a tenant decides for itself.
 *
 * @param snapshotStalenessMaxSeconds a gateway whose configuration is older refuses the tenant's calls; absent if it serves
 *     however old it is
 */
public record Settings(ApprovalRule approval, @Nullable Integer snapshotStalenessMaxSeconds, long version) {}
