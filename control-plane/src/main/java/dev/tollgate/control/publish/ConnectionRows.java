package dev.tollgate.control.publish;

import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.ConfigKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SQL over {@code config_connection}, on the connection of the change's transaction. */
final class ConnectionRows {
    private ConnectionRows() {}

    static void put(Connection connection, PersonConnection published, byte[] value) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("insert into config_connection"
                + " (tenant_id, id, server_id, person, value, sha256, sealed_for) values (?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (tenant_id, id) do update set value = excluded.value, sha256 = excluded.sha256,"
                + " sealed_for = excluded.sealed_for")) {
            upsert.setObject(1, published.tenant().value());
            upsert.setString(2, published.id());
            upsert.setObject(3, published.server().value());
            upsert.setObject(4, published.person());
            upsert.setBytes(5, value);
            upsert.setString(6, ConfigDigest.ofValue(value));
            upsert.setString(7, keys(published));
            upsert.executeUpdate();
        }
    }

    /** What is sealed begins with the name of its key. */
    private static String keys(PersonConnection published) {
        return published.sealed().entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + entry.getValue()
                                .substring(0, Math.max(0, entry.getValue().indexOf('.'))))
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Answers what there was of the server, by id. */
    static List<String> remove(Connection connection, TenantId tenant, ServerId server) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from config_connection where tenant_id = ? and server_id = ? returning id")) {
            delete.setObject(1, tenant.value());
            delete.setObject(2, server.value());
            try (ResultSet rows = delete.executeQuery()) {
                List<String> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        }
    }

    /** The hash of each published value, by {@code connection/id}. */
    static Map<String, String> hashes(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select id, sha256 from config_connection where tenant_id = ?")) {
            query.setObject(1, tenant.value());
            try (ResultSet rows = query.executeQuery()) {
                Map<String, String> hashes = new HashMap<>();
                while (rows.next()) {
                    hashes.put(within(rows.getString(1)), rows.getString(2));
                }
                return hashes;
            }
        }
    }

    /** The digest of each tenant's that has any; read as the system role. */
    static Map<TenantId, String> digests(Connection connection) throws SQLException {
        Map<TenantId, Map<String, String>> hashes = new HashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement("select tenant_id, id, sha256 from config_connection");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                hashes.computeIfAbsent(new TenantId(rows.getObject(1, UUID.class)), _ -> new HashMap<>())
                        .put(within(rows.getString(2)), rows.getString(3));
            }
        }
        Map<TenantId, String> digests = new HashMap<>();
        hashes.forEach((tenant, each) -> digests.put(tenant, ConfigDigest.of(each)));
        return digests;
    }

    /**
     * Published connections.
     *
     * @param server absent for those to all servers
     * @param person absent for those of everybody
     */
    static List<PersonConnection> find(
            Connection connection, TenantId tenant, @Nullable UUID server, @Nullable UUID person) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id, value from config_connection"
                + " where tenant_id = ? and (?::uuid is null or server_id = ?) and (?::uuid is null or person = ?)"
                + " order by id")) {
            query.setObject(1, tenant.value());
            query.setObject(2, server);
            query.setObject(3, server);
            query.setObject(4, person);
            query.setObject(5, person);
            try (ResultSet rows = query.executeQuery()) {
                List<PersonConnection> found = new ArrayList<>();
                while (rows.next()) {
                    ConfigKey key = new ConfigKey(tenant, ConfigKind.CONNECTION, rows.getString(1));
                    found.add(ConfigCodec.decodeConnection(key, rows.getBytes(2)));
                }
                return found;
            }
        }
    }

    static int count(Connection connection, TenantId tenant, ServerId server) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select count(*) from config_connection where tenant_id = ? and server_id = ?")) {
            query.setObject(1, tenant.value());
            query.setObject(2, server.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static String key(TenantId tenant, String id) {
        return tenant + "/" + within(id);
    }

    private static String within(String id) {
        return ConfigKind.CONNECTION.text() + "/" + id;
    }
}
