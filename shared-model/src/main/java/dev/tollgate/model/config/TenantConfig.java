package dev.tollgate.model.config;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tenant itself, as a region knows it. While it moves, two regions know it; the moment at which the one stops and the
 * other begins is the same for both and lies ahead when it is published, so that at no time neither or both serve it.
 *
 * @param snapshotStalenessMaxSeconds a gateway that has not known itself abreast of the configuration for longer refuses;
 *     absent to serve however old it is
 * @param servedFrom the region refuses calls before it; absent if it always served the tenant
 * @param servedUntil the region refuses calls from it on; absent while the tenant stays
 * @param toolMode how tools are shown of which nothing nearer says; absent for directly
 * @param approveDestructive whether somebody is asked before a tool is called that may destroy something; absent for no
 * @param scripts absent for the operator's maxima
 */
public record TenantConfig(
        TenantId tenant,
        Slug slug,
        String name,
        Region region,
        @Nullable Integer snapshotStalenessMaxSeconds,
        @Nullable Instant servedFrom,
        @Nullable Instant servedUntil,
        @Nullable ToolMode toolMode,
        @Nullable Boolean approveDestructive,
        @Nullable ScriptLimits scripts)
        implements ConfigResource {
    public static final int STALENESS_SECONDS_MIN = 60;

    public TenantConfig {
        if (snapshotStalenessMaxSeconds != null && snapshotStalenessMaxSeconds < STALENESS_SECONDS_MIN) {
            throw new IllegalArgumentException(
                    "the greatest staleness of a snapshot is at least " + STALENESS_SECONDS_MIN + " s");
        }
    }

    /** A tenant that decides nothing about how tools are shown and called. */
    public TenantConfig(
            TenantId tenant,
            Slug slug,
            String name,
            Region region,
            @Nullable Integer snapshotStalenessMaxSeconds,
            @Nullable Instant servedFrom,
            @Nullable Instant servedUntil) {
        this(tenant, slug, name, region, snapshotStalenessMaxSeconds, servedFrom, servedUntil, null, null, null);
    }

    /** The same tenant as a region knows it. */
    public TenantConfig at(Region home, @Nullable Instant from, @Nullable Instant until) {
        return new TenantConfig(
                tenant,
                slug,
                name,
                home,
                snapshotStalenessMaxSeconds,
                from,
                until,
                toolMode,
                approveDestructive,
                scripts);
    }

    /** The same tenant with all that it decides for itself. */
    public TenantConfig deciding(
            @Nullable Integer stalenessMaxSeconds,
            @Nullable ToolMode mode,
            boolean asksBeforeDestructive,
            @Nullable ScriptLimits limits) {
        return new TenantConfig(
                tenant,
                slug,
                name,
                region,
                stalenessMaxSeconds,
                servedFrom,
                servedUntil,
                mode,
                asksBeforeDestructive ? Boolean.TRUE : null,
                limits);
    }

    /** Whether somebody is asked before a tool is called that may destroy something. */
    public boolean asksBeforeDestructive() {
        return Boolean.TRUE.equals(approveDestructive);
    }

    /** Whether the region that holds this record serves the tenant at a time. */
    public boolean isServedAt(Instant time) {
        return (servedFrom == null || !time.isBefore(servedFrom))
                && (servedUntil == null || time.isBefore(servedUntil));
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.TENANT;
    }

    @Override
    public String resourceId() {
        return tenant.toString();
    }
}
