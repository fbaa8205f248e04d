package dev.tollgate.control.publish;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL over {@code tenant_move} and {@code config_left}: which regions have a tenant, and which had it. */
final class RegionStore {
    static final String EMPTY_DIGEST = ConfigDigest.of(Map.of());
    /** Before it is known when the new region begins. */
    static final Instant NOT_YET = Instant.parse("9999-12-31T00:00:00Z");

    private RegionStore() {}

    static Optional<Relocation> relocation(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select from_region, to_region, state, m.revision, epoch, served_at from tenant_move m"
                        + " join config_head using (tenant_id) where tenant_id = ?")) {
            query.setObject(1, tenant.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(relocation(row)) : Optional.empty();
            }
        }
    }

    private static Relocation relocation(ResultSet row) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(6);
        return new Relocation(
                new Region(row.getString(1)),
                new Region(row.getString(2)),
                Relocation.State.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                at == null ? null : at.toInstant());
    }

    /** The regions to publish to, the tenant's own first. */
    static List<Home> homes(Connection connection, TenantId tenant, Region own) throws SQLException {
        Optional<Relocation> move = relocation(connection, tenant).filter(it -> it.state() != Relocation.State.DONE);
        if (move.isEmpty()) {
            return List.of(Home.only(own));
        }
        Instant at = move.get().at();
        return List.of(new Home(own, null, at), new Home(move.get().to(), at == null ? NOT_YET : at, null));
    }

    /** False if the tenant is in that region. */
    static boolean stage(Connection connection, TenantId tenant, Region to) throws SQLException {
        update(connection, "delete from config_left where tenant_id = ? and region = ?", tenant.value(), to.value());
        return update(
                        connection,
                        "insert into tenant_move (tenant_id, from_region, to_region, state, revision, to_digest)"
                                + " select tenant_id, region, ?::text, 'STAGED', 0, '' from config_head"
                                + " where tenant_id = ? and region <> ?::text on conflict (tenant_id) do update set"
                                + " from_region = excluded.from_region, to_region = excluded.to_region,"
                                + " state = 'STAGED', served_at = null",
                        to.value(),
                        tenant.value(),
                        to.value())
                == 1;
    }

    /** Forgets the move, so that the publication of the change leaves the region it was to. */
    static void withdraw(Connection connection, TenantId tenant) throws SQLException {
        update(connection, "delete from tenant_move where tenant_id = ?", tenant.value());
    }

    static void schedule(Connection connection, TenantId tenant, Instant at) throws SQLException {
        update(
                connection,
                "update tenant_move set state = 'SCHEDULED', served_at = ? where tenant_id = ?",
                Timestamp.from(at),
                tenant.value());
    }

    static void finish(Connection connection, TenantId tenant, Relocation move) throws SQLException {
        update(connection, "update tenant_move set state = 'DONE' where tenant_id = ?", tenant.value());
        update(
                connection,
                "update config_head set region = ? where tenant_id = ?",
                move.to().value(),
                tenant.value());
    }

    /** What the second region has been told last. */
    static void advance(Connection connection, ConfigHead head) throws SQLException {
        update(
                connection,
                "update tenant_move set to_digest = ? where tenant_id = ?",
                head.digest(),
                head.tenant().value());
    }

    /** The step that was just made is of this revision. */
    static void stepped(Connection connection, TenantId tenant, long revision) throws SQLException {
        update(connection, "update tenant_move set revision = ? where tenant_id = ?", revision, tenant.value());
    }

    static void left(Connection connection, ConfigHead head, Region region) throws SQLException {
        update(
                connection,
                "insert into config_left (tenant_id, region, revision, epoch, committed_at) values (?, ?, ?, ?, ?)",
                head.tenant().value(),
                region.value(),
                head.revision(),
                head.epochOrZero(),
                Timestamp.from(head.committedAt()));
    }

    /** The head that says that the tenant left, where it did. */
    static Optional<ConfigHead> leftHead(Connection connection, TenantId tenant, Region region) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select revision, committed_at, epoch from config_left where tenant_id = ? and region = ?")) {
            query.setObject(1, tenant.value());
            query.setString(2, region.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                gone(tenant, row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3)))
                        : Optional.empty();
            }
        }
    }

    static ConfigHead gone(TenantId tenant, long revision, Instant committedAt, long epoch) {
        return new ConfigHead(tenant, revision, EMPTY_DIGEST, 0, committedAt, epoch);
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
