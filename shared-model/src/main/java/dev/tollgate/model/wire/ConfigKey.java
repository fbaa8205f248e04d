package dev.tollgate.model.wire;

import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.TenantId;

/** The key of a configuration record, as text {@code tenant/kind/id}. A tenant's head has its tenant for an id. */
public record ConfigKey(TenantId tenant, ConfigKind kind, String id) {
    public ConfigKey {
        if (id.isEmpty() || id.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a configuration id is not empty and holds no slash: " + id);
        }
    }

    public static ConfigKey of(ConfigResource resource) {
        return new ConfigKey(resource.tenant(), resource.kind(), resource.resourceId());
    }

    public static ConfigKey of(PersonConnection connection) {
        return new ConfigKey(connection.tenant(), ConfigKind.CONNECTION, connection.id());
    }

    public static ConfigKey head(TenantId tenant) {
        return new ConfigKey(tenant, ConfigKind.HEAD, tenant.toString());
    }

    /**
     * @throws IllegalArgumentException if the text is no such key
     */
    public static ConfigKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a configuration key is tenant/kind/id, not " + text);
        }
        return new ConfigKey(TenantId.of(parts[0]), ConfigKind.of(parts[1]), parts[2]);
    }

    /** {@code kind/id}, the key within its tenant. */
    public String withinTenant() {
        return kind.text() + "/" + id;
    }

    @Override
    public String toString() {
        return tenant + "/" + withinTenant();
    }
}
