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

    /**
     * What gateways of all regions say to the ledger: {@link dev.tollgate.model.quota.QuotaRequest} by tenant/limit, and
     * {@link dev.tollgate.model.quota.BootEnded} by boot; kept one day. Values and keys are {@link QuotaCodec}'s.
     */
    public static final String QUOTA_REQUESTS = "tollgate.quota.requests";

    /** Partitions of every topic that is keyed by tenant, at its creation. */
    public static final int TENANT_PARTITIONS = 6;

    private Topics() {}

    /** A region's configuration, by {@link ConfigKey}, compacted. */
    public static String config(Region region) {
        return "tollgate.config." + region;
    }

    /** What the ledger says to a region's gateways: {@link dev.tollgate.model.quota.QuotaAnswer} by tenant/limit, kept one day. */
    public static String quotaGrants(Region region) {
        return "tollgate.quota.grants." + region;
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
