package dev.tollgate.control.publish;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.ConfigKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** SQL over {@code config_head} and {@code config_resource}, on the connection of the change's transaction. */
final class PublishedStore {
    /** The shape of what this release publishes; counted up by a release that changes what stands in a record. */
    private static final int FORMAT = 3;

    /** Of each tenant, how many of the last revisions can be asked for. */
    private static final int REVISIONS_MAX = 1_000;

    private PublishedStore() {}

    static boolean begin(Connection connection, TenantId tenant, Region region) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into config_head"
                + " (tenant_id, region, revision, digest, resources, committed_at, format)"
                + " values (?, ?, 0, ?, 0, ?, ?)")) {
            insert.setObject(1, tenant.value());
            insert.setString(2, region.value());
            insert.setString(3, ConfigDigest.of(Map.of()));
            insert.setTimestamp(4, Timestamp.from(Times.now()));
            insert.setInt(5, FORMAT);
            return insert.executeUpdate() == 1;
        }
    }

    /** Waits until no other change of the tenant is under way, and keeps others waiting until the commit. */
    static Head lock(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select region, revision, epoch from config_head where tenant_id = ? for update")) {
            query.setObject(1, tenant.value());
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("tenant " + tenant + " has no head");
                }
                List<Home> homes = RegionStore.homes(connection, tenant, new Region(rows.getString(1)));
                return new Head(tenant, rows.getLong(2), rows.getLong(3), homes);
            }
        }
    }

    static void advance(Connection connection, ConfigHead head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update config_head"
                + " set revision = ?, digest = ?, resources = ?, committed_at = ? where tenant_id = ?")) {
            update.setLong(1, head.revision());
            update.setString(2, head.digest());
            update.setInt(3, head.resources());
            update.setTimestamp(4, Timestamp.from(head.committedAt()));
            update.setObject(5, head.tenant().value());
            update.executeUpdate();
        }
        keep(connection, head);
    }

    private static void keep(Connection connection, ConfigHead head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into config_revision (tenant_id, revision, epoch, committed_at) values (?, ?, ?, ?)");
                PreparedStatement forget = connection.prepareStatement(
                        "delete from config_revision where tenant_id = ? and revision <= ?")) {
            insert.setObject(1, head.tenant().value());
            insert.setLong(2, head.revision());
            insert.setLong(3, head.epochOrZero());
            insert.setTimestamp(4, Timestamp.from(head.committedAt()));
            insert.executeUpdate();
            forget.setObject(1, head.tenant().value());
            forget.setLong(2, head.revision() - REVISIONS_MAX);
            forget.executeUpdate();
        }
    }

    /** The hash of each published value, by {@link ConfigKey#withinTenant()}. */
    static Map<String, String> hashes(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select kind, id, sha256 from config_resource where tenant_id = ?")) {
            query.setObject(1, tenant.value());
            try (ResultSet rows = query.executeQuery()) {
                Map<String, String> hashes = new HashMap<>();
                while (rows.next()) {
                    hashes.put(rows.getString(1) + "/" + rows.getString(2), rows.getString(3));
                }
                return hashes;
            }
        }
    }

    static void put(Connection connection, ConfigKey key, byte[] value, String hash) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("insert into config_resource"
                + " (tenant_id, kind, id, value, sha256) values (?, ?, ?, ?, ?) on conflict (tenant_id, kind, id)"
                + " do update set value = excluded.value, sha256 = excluded.sha256")) {
            upsert.setObject(1, key.tenant().value());
            upsert.setString(2, key.kind().text());
            upsert.setString(3, key.id());
            upsert.setBytes(4, value);
            upsert.setString(5, hash);
            upsert.executeUpdate();
        }
    }

    static void remove(Connection connection, ConfigKey key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from config_resource where tenant_id = ? and kind = ? and id = ?")) {
            delete.setObject(1, key.tenant().value());
            delete.setString(2, key.kind().text());
            delete.setString(3, key.id());
            delete.executeUpdate();
        }
    }

    /** The tenants for whom an earlier release published; read as the system role. */
    static List<TenantId> outdated(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select tenant_id from config_head where format < ? order by tenant_id")) {
            query.setInt(1, FORMAT);
            try (ResultSet rows = query.executeQuery()) {
                List<TenantId> tenants = new ArrayList<>();
                while (rows.next()) {
                    tenants.add(new TenantId(rows.getObject(1, UUID.class)));
                }
                return tenants;
            }
        }
    }

    static boolean renewed(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update config_head set format = ? where tenant_id = ?")) {
            update.setInt(1, FORMAT);
            update.setObject(2, tenant.value());
            return update.executeUpdate() == 1;
        }
    }

    /**
     * Where each tenant stands that a region serves, is to serve, or has served; read as the system role. One that left has
     * nothing but its head.
     */
    static Map<TenantId, Standing> standings(Connection connection, Region region) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select tenant_id, revision, digest, epoch, false from config_head where region = ?"
                        + " union all select tenant_id, h.revision, to_digest, epoch, false from tenant_move"
                        + " join config_head h using (tenant_id) where to_region = ? and state <> 'DONE'"
                        + " union all select tenant_id, revision, ?, epoch, true from config_left where region = ?")) {
            query.setString(1, region.value());
            query.setString(2, region.value());
            query.setString(3, RegionStore.EMPTY_DIGEST);
            query.setString(4, region.value());
            Map<TenantId, String> connections = ConnectionRows.digests(connection);
            try (ResultSet rows = query.executeQuery()) {
                Map<TenantId, Standing> standings = new HashMap<>();
                while (rows.next()) {
                    TenantId tenant = new TenantId(rows.getObject(1, UUID.class));
                    String digest = rows.getBoolean(5)
                            ? RegionStore.EMPTY_DIGEST
                            : connections.getOrDefault(tenant, RegionStore.EMPTY_DIGEST);
                    standings.put(tenant, new Standing(rows.getLong(4), rows.getLong(2), rows.getString(3), digest));
                }
                return standings;
            }
        }
    }

    /** The one resource of a kind of which there is one. */
    static Optional<ConfigResource> resource(Connection connection, TenantId tenant, ConfigKind kind)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select id, value from config_resource where tenant_id = ? and kind = ?")) {
            query.setObject(1, tenant.value());
            query.setString(2, kind.text());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                ConfigCodec.decode(new ConfigKey(tenant, kind, row.getString(1)), row.getBytes(2)))
                        : Optional.empty();
            }
        }
    }

    /** The head as it was published last. */
    static ConfigHead head(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select revision, digest, resources, committed_at, epoch from config_head where tenant_id = ?")) {
            query.setObject(1, tenant.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new ConfigHead(
                        tenant,
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant(),
                        row.getLong(5));
            }
        }
    }
}
