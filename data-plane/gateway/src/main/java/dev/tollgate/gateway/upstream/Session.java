package dev.tollgate.gateway.upstream;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with an upstream; shared by all calls to it.
 *
 * @param revision the MCP revision to speak
 * @param id the legacy session id; absent if the upstream keeps none, and always in the modern era
 * @param identity the upstream's own word on itself
 */
record Session(String revision, @Nullable String id, UpstreamIdentity identity) {
    static final String MODERN = "2026-07-28";
    static final String LEGACY_OFFERED = "2025-11-25";
    static final Set<String> LEGACY = Set.of("2024-11-05", "2025-03-26", "2025-06-18", LEGACY_OFFERED);

    /** One that another gateway began and that knows a task: only one revision of the legacy era has tasks. */
    static Session held(String id) {
        return new Session(
                LEGACY_OFFERED, id, new UpstreamIdentity(null, null, LEGACY_OFFERED, UpstreamCapabilities.NONE));
    }

    boolean isModern() {
        return revision.equals(MODERN);
    }
}
