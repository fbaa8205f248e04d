package dev.tollgate.control.grant;

import dev.tollgate.model.api.LastUse;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * When clients were used last for people of any tenants; as the system role. Only people who are published for the tenant
 * that is named count, so that no event writes to another tenant's.
 */
@ApplicationScoped
public class ClientUses {
    private static final String UPSERT = "insert into client_use (tenant_id, subject, client, used_at, gateway)"
            + " select u.tenant_id, u.subject, u.client, u.used_at, u.gateway"
            + " from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])"
            + " as u(tenant_id, subject, client, used_at, gateway)"
            + " join config_resource c on c.tenant_id = u.tenant_id and c.kind = 'subject' and c.id = u.subject"
            + " on conflict (tenant_id, subject, client) do update"
            + " set used_at = excluded.used_at, gateway = excluded.gateway"
            + " where client_use.used_at < excluded.used_at";
    private static final String OF =
            "select client, used_at, gateway from client_use where tenant_id = ? and subject = ?";

    private final AgroalDataSource system;

    ClientUses(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    /**
     * In one statement. What is older than what is known changes nothing.
     *
     * @param uses one of each person and client
     */
    public void note(Collection<ClientUse> uses) {
        try (Connection connection = system.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            List<ClientUse> all = List.copyOf(uses);
            upsert.setArray(
                    1, array(connection, "uuid", all, use -> use.tenant().value()));
            upsert.setArray(2, array(connection, "text", all, use -> use.user().toString()));
            upsert.setArray(3, array(connection, "text", all, ClientUse::client));
            upsert.setArray(
                    4,
                    array(
                            connection,
                            "timestamptz",
                            all,
                            use -> Timestamp.from(use.at().truncatedTo(ChronoUnit.MICROS))));
            upsert.setArray(
                    5, array(connection, "text", all, use -> use.gateway().value()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the last uses of clients cannot be noted", e);
        }
    }

    private static Array array(
            Connection connection, String type, List<ClientUse> uses, Function<ClientUse, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, uses.stream().map(value).toArray());
    }

    /** By client. */
    Map<String, LastUse> of(TenantId tenant, String user) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(OF)) {
            query.setObject(1, tenant.value());
            query.setString(2, user);
            try (ResultSet rows = query.executeQuery()) {
                Map<String, LastUse> uses = new HashMap<>();
                while (rows.next()) {
                    uses.put(rows.getString(1), new LastUse(rows.getTimestamp(2).toInstant(), rows.getString(3), null));
                }
                return uses;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the last uses of clients cannot be read", e);
        }
    }
}
