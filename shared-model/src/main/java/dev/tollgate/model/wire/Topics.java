package dev.tollgate.model.wire;

import dev.tollgate.model.id.Region;

/** The topics' names. Every record's key begins with its tenant, but for a gateway's own heartbeat. */
public final class Topics {
    /** Tool-call events from all gateways, kept seven days. */
    public static final String EVENTS = "tollgate.events";
    /**
     * What gateways found on upstreams: {@link CatalogReport} by tenant/server, and {@link UpstreamChallenge} by its key,
     * compacted.
     */
    public static final String CATALOG = "tollgate.catalog";
    /**
     * {@link GatewayHeartbeat} by gateway, {@link TenantApplied} by tenant/gateway and {@link UpstreamReport} by
     * tenant/gateway/server, compacted.
     */
    public static final String STATUS = "tollgate.status";

    /** Partitions of every topic that is keyed by tenant, at its creation. */
    public static final int TENANT_PARTITIONS = 6;

    private Topics() {}

    /** A region's configuration, by {@link ConfigKey}, compacted. */
    public static String config(Region region) {
        return "tollgate.config." + region;
    }

    /** What agents said in legacy sessions: {@link SessionWord} by its key, kept one day, the longest that a session lasts. */
    public static String sessions(Region region) {
        return "tollgate.sessions." + region;
    }

    /** Requests to look at an upstream now, by tenant/server, kept one day. */
    public static String sync(Region region) {
        return "tollgate.sync." + region;
    }
}
