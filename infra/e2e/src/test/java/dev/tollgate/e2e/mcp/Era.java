package dev.tollgate.e2e.mcp;

/** The two ways to speak the protocol. */
public enum Era {
    /** A handshake first. */
    LEGACY("2025-11-25"),
    /** Every request stands alone. */
    MODERN("2026-07-28");

    private final String revision;

    Era(String revision) {
        this.revision = revision;
    }

    public String revision() {
        return revision;
    }
}
