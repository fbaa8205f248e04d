package dev.tollgate.model.config;

import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;

/** An environment; its name is part of the keys issued in it. */
public record EnvironmentConfig(TenantId tenant, EnvironmentId id, Slug name) implements ConfigResource {
    @Override
    public ConfigKind kind() {
        return ConfigKind.ENVIRONMENT;
    }

    @Override
    public String resourceId() {
        return id.toString();
    }
}
