package dev.tollgate.control.publish;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** What gateways are meant to serve for the tenant, read back from where it was published. */
@ApplicationScoped
public class PublishedState {
    private static final String OF_KINDS =
            "select kind, id, value from config_resource where tenant_id = ? and kind = any(?)";
    private static final String ONE =
            "select kind, id, value from config_resource where tenant_id = ? and kind = ? and id = ?";

    private final EntityManager entities;
    private final TenantContext tenant;

    PublishedState(EntityManager entities, TenantContext tenant) {
        this.entities = entities;
        this.tenant = tenant;
    }

    /** All published resources of some kinds; to be called in a transaction. */
    public List<ConfigResource> ofKinds(ConfigKind... kinds) {
        String[] texts = Arrays.stream(kinds).map(ConfigKind::text).toArray(String[]::new);
        return entities.unwrap(Session.class).doReturningWork(connection -> read(connection, tenant.id(), texts));
    }

    /** One published resource; to be called in a transaction. */
    public Optional<ConfigResource> find(ConfigKind kind, String id) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(ONE)) {
                query.setObject(1, tenant.id().value());
                query.setString(2, kind.text());
                query.setString(3, id);
                return read(query, tenant.id()).stream().findFirst();
            }
        });
    }

    private static List<ConfigResource> read(Connection connection, TenantId tenant, String[] kinds)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_KINDS)) {
            query.setObject(1, tenant.value());
            query.setArray(2, connection.createArrayOf("text", kinds));
            return read(query, tenant);
        }
    }

    private static List<ConfigResource> read(PreparedStatement query, TenantId tenant) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<ConfigResource> resources = new ArrayList<>();
            while (rows.next()) {
                ConfigKey key = new ConfigKey(tenant, ConfigKind.of(rows.getString(1)), rows.getString(2));
                resources.add(ConfigCodec.decode(key, rows.getBytes(3)));
            }
            return resources;
        }
    }
}
