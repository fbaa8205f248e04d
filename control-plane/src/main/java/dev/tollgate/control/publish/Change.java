package dev.tollgate.control.publish;

import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one transaction changes of a tenant's published configuration, gathered while it does its work. */
public final class Change {
    private final TenantId tenant;
    private final Map<ConfigKey, Optional<ConfigResource>> resources = new LinkedHashMap<>();
    private final Map<ConfigKey, PersonConnection> connections = new LinkedHashMap<>();
    private final Set<ServerId> ended = new LinkedHashSet<>();
    private final Set<ServerId> looks = new LinkedHashSet<>();

    Change(TenantId tenant) {
        this.tenant = tenant;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Publishes a resource, or publishes it anew if it differs from before. */
    public void put(ConfigResource resource) {
        if (!resource.tenant().equals(tenant)) {
            throw new IllegalArgumentException("a change of " + tenant + " cannot publish " + ConfigKey.of(resource));
        }
        resources.put(ConfigKey.of(resource), Optional.of(resource));
    }

    /** Takes a resource back, if it was published. */
    public void remove(ConfigKind kind, Object id) {
        resources.put(new ConfigKey(tenant, kind, id.toString()), Optional.empty());
    }

    /** Publishes a person's connection, beside all revisions. */
    public void put(PersonConnection connection) {
        if (!connection.tenant().equals(tenant)) {
            throw new IllegalArgumentException("a change of " + tenant + " cannot publish " + ConfigKey.of(connection));
        }
        connections.put(ConfigKey.of(connection), connection);
    }

    /** Takes the connections to a server back that is no more, as the same change says. */
    public void removeConnections(ServerId server) {
        ended.add(server);
    }

    /** Asks a gateway to look at a server once it knows this change. */
    public void lookAt(ServerId server) {
        looks.add(server);
    }

    Map<ConfigKey, Optional<ConfigResource>> resources() {
        return resources;
    }

    Map<ConfigKey, PersonConnection> connections() {
        return connections;
    }

    Set<ServerId> serversWithoutConnections() {
        return ended;
    }

    Set<ServerId> looks() {
        return looks;
    }
}
