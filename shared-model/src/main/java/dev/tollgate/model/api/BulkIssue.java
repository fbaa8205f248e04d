package dev.tollgate.model.api;

import java.util.List;

/**
 * Keys to be issued together, all or none.
 *
 * @param keys 1 to 500
 */
public record BulkIssue(List<NewKey> keys) {
    public static final int KEYS_MAX = 500;
}
