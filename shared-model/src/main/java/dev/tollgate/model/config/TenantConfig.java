package dev.tollgate.model.config;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.util.List;
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
 * @param destructiveTools by {@code <server>__<tool>}, those that count as such that may destroy something whatever their hints
 *     say; absent for none
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
        @Nullable ScriptLimits scripts,
        @Nullable List<ToolPattern> destructiveTools)
        implements ConfigResource {
    public static final int STALENESS_SECONDS_MIN = 60;
    public static final int DESTRUCTIVE_TOOLS_MAX = 100;

    public TenantConfig {
        if (snapshotStalenessMaxSeconds != null && snapshotStalenessMaxSeconds < STALENESS_SECONDS_MIN) {
            throw new IllegalArgumentException(
                    "the greatest staleness of a snapshot is at least " + STALENESS_SECONDS_MIN + " s");
        }
        destructiveTools =
                destructiveTools == null || destructiveTools.isEmpty() ? null : List.copyOf(destructiveTools);
        if (destructiveTools != null && destructiveTools.size() > DESTRUCTIVE_TOOLS_MAX) {
            throw new IllegalArgumentException(
                    "a tenant names at most " + DESTRUCTIVE_TOOLS_MAX + " destructive tools");
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
        this(tenant, slug, name, region, snapshotStalenessMaxSeconds, servedFrom, servedUntil, null, null, null, null);
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
                scripts,
                destructiveTools);
    }

    /** The same tenant with all that it decides for itself. */
    public TenantConfig deciding(
            @Nullable Integer stalenessMaxSeconds,
            @Nullable ToolMode mode,
            boolean asksBeforeDestructive,
            List<ToolPattern> destructive,
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
                limits,
                destructive);
    }

    /** Whether somebody is asked before a tool is called that may destroy something. */
    public boolean asksBeforeDestructive() {
        return Boolean.TRUE.equals(approveDestructive);
    }

    /**
     * Whether the tenant says itself that a tool may destroy something.
     *
     * @param canonicalName {@code <server>__<tool>}
     */
    public boolean namesAsDestructive(String canonicalName) {
        return destructiveTools != null && destructiveTools.stream().anyMatch(tools -> tools.matches(canonicalName));
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
