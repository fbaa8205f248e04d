package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys to be revoked together, all or none, chosen in exactly one way.
 *
 * @param ids at most 500
 * @param owner whose keys, as {@code team:<uuid>}
 * @param label the keys that have it, as {@code name:value}
 */
public record BulkRevoke(
        @Nullable List<String> ids,
        @Nullable String owner,
        @Nullable String label,
        @Nullable String reason) {
    public static final int IDS_MAX = 500;
}
