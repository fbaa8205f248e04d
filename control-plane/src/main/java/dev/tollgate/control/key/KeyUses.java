package dev.tollgate.control.key;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Notes when keys of any tenants were used last; as the system role, which may write nothing else of keys. Only keys that
 * are published for the tenant that is named count, so that no event writes to another tenant's key.
 */
@ApplicationScoped
public class KeyUses {
    private static final int AGENT_CHARS_MAX = 200;
    private static final String UPSERT = "insert into virtual_key_use (tenant_id, key_id, used_at, gateway, agent)"
            + " select u.tenant_id, u.key_id, u.used_at, u.gateway, u.agent"
            + " from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])"
            + " as u(tenant_id, key_id, used_at, gateway, agent)"
            + " join config_resource c on c.tenant_id = u.tenant_id and c.kind = 'key' and c.id = u.key_id"
            + " on conflict (key_id) do update"
            + " set used_at = excluded.used_at, gateway = excluded.gateway, agent = excluded.agent"
            + " where virtual_key_use.used_at < excluded.used_at";

    private final AgroalDataSource system;

    KeyUses(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    /**
     * In one statement. What is older than what is known changes nothing.
     *
     * @param uses one of each key
     */
    public void note(Collection<KeyUse> uses) {
        try (Connection connection = system.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            set(upsert, 1, "uuid", uses, use -> use.tenant().value());
            set(upsert, 2, "text", uses, use -> use.key().value());
            set(upsert, 3, "timestamptz", uses, use -> Timestamp.from(use.at().truncatedTo(ChronoUnit.MICROS)));
            set(upsert, 4, "text", uses, use -> use.gateway().value());
            set(upsert, 5, "text", uses, use -> shown(use.agent()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the last uses of keys cannot be noted", e);
        }
    }

    private static void set(
            PreparedStatement statement,
            int index,
            String type,
            Collection<KeyUse> uses,
            Function<KeyUse, @Nullable Object> value)
            throws SQLException {
        Object[] values = uses.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    /** Whatever a client calls itself, made fit to store and show. */
    private static @Nullable String shown(@Nullable String agent) {
        if (agent == null) {
            return null;
        }
        int[] fit = agent.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .limit(AGENT_CHARS_MAX)
                .toArray();
        return new String(fit, 0, fit.length);
    }
}
