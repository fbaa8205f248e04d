package dev.tollgate.control.credential;

import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Access tokens in the database, and claims on their renewal. */
@ApplicationScoped
class TokenStore {
    /** Who has not written by then has lost the claim; longer than any provider is waited for. */
    static final Duration TERM = Duration.ofMinutes(2);

    /** One statement, so that of any number of replicas one has each. Whoever died holding it is waited for, no longer. */
    private static final String CLAIM = """
            update upstream_token token set fence = token.fence + 1, held_until = now() + make_interval(secs => ?)
              from (select server_id from upstream_token
                     where next_at <= now() and (held_until is null or held_until < now())
                     order by next_at limit ? for update skip locked) due
             where token.server_id = due.server_id
            returning token.tenant_id, token.server_id, token.fence""";

    private final EntityManager entities;
    private final AgroalDataSource system;

    TokenStore(EntityManager entities, @DataSource("system") AgroalDataSource system) {
        this.entities = entities;
        this.system = system;
    }

    /**
     * A renewal that nobody else makes while its term lasts.
     *
     * @param fence what the row must still have when it is written
     */
    record Claim(TenantId tenant, UUID server, long fence) {}

    Optional<TokenRow> find(UUID server) {
        return Optional.ofNullable(entities.find(TokenRow.class, server));
    }

    /** For writing. The tenant's head is locked before. */
    Optional<TokenRow> lock(UUID server) {
        return Optional.ofNullable(entities.find(TokenRow.class, server, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(TokenRow row) {
        entities.persist(row);
    }

    void remove(TokenRow row) {
        entities.remove(row);
    }

    /** Those that are due, of all tenants, the longest due first. */
    List<Claim> claim(int max) {
        try (Connection connection = system.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setDouble(1, TERM.toSeconds());
            statement.setInt(2, max);
            try (ResultSet rows = statement.executeQuery()) {
                List<Claim> claims = new ArrayList<>();
                while (rows.next()) {
                    claims.add(new Claim(
                            new TenantId(rows.getObject(1, UUID.class)),
                            rows.getObject(2, UUID.class),
                            rows.getLong(3)));
                }
                return claims;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("renewals cannot be claimed", e);
        }
    }
}
