package dev.tollgate.model.api;

import java.util.List;

/**
 * What a tool group is attached to, all of it.
 *
 * @param to keys and subjects, as {@code key:<id>}, {@code team:<uuid>} or {@code tier:pro}; at most 1,000
 */
public record Attachments(List<String> to) {
    public static final int TO_MAX = 1_000;
}
