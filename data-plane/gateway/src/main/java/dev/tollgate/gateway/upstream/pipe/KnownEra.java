package dev.tollgate.gateway.upstream.pipe;

/** What is known of the era that one server speaks, so that it is not asked in vain each time. Safe from any thread. */
final class KnownEra {
    private final boolean legacyOnly;
    private volatile boolean legacy;

    /**
     * @param legacyOnly whether the modern era knows no such transport
     */
    KnownEra(boolean legacyOnly) {
        this.legacyOnly = legacyOnly;
    }

    /** Whether to ask for a session of the legacy era first. */
    boolean isLegacy() {
        return legacyOnly || legacy;
    }

    void note(boolean isLegacy) {
        legacy = isLegacy;
    }
}
