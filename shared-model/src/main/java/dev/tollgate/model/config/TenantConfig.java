package dev.tollgate.model.config;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;

/** The tenant itself, as its home region knows it. */
public record TenantConfig(TenantId tenant, Slug slug, String name, Region region) implements ConfigResource {
    @Override
    public ConfigKind kind() {
        return ConfigKind.TENANT;
    }

    @Override
    public String resourceId() {
        return tenant.toString();
    }
}
