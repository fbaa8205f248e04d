package dev.tollgate.gateway.edge;

import java.util.List;

/** The two ways of speaking MCP, and their revisions. */
enum Era {
    /** {@code initialize} first; errors of a method travel under HTTP 200. */
    LEGACY,
    /** Every request says for itself what it speaks (2026-07-28). */
    MODERN;

    static final String MODERN_REVISION = "2026-07-28";
    static final String LATEST_LEGACY_REVISION = "2025-11-25";
    static final String BATCHING_REVISION = "2025-03-26";
    static final List<String> LEGACY_REVISIONS = List.of(LATEST_LEGACY_REVISION, "2025-06-18", BATCHING_REVISION);

    /** All revisions as a JSON array, the newest first. */
    static final String REVISIONS_JSON =
            "[\"" + MODERN_REVISION + "\",\"" + String.join("\",\"", LEGACY_REVISIONS) + "\"]";
}
