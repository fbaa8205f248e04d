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
import org.jspecify.annotations.Nullable;

/** Access tokens in the database, and claims on their renewal. */
@ApplicationScoped
class TokenStore {
    /** Who has not written by then has lost the claim; longer than any provider is waited for. */
    static final Duration TERM = Duration.ofMinutes(2);

    /**
     * From when a refresh token is sent: ten seconds for the provider and ten to store what it answers. No longer, because
     * providers that forgive a second use do so for a short while, often half a minute.
     */
    static final Duration SENT_TERM = Duration.ofSeconds(20);

    private static final String SENDING = """
            update upstream_token set sent_at = coalesce(sent_at, now()), version = version + 1,
                   held_until = now() + make_interval(secs => :seconds)
             where server_id = :server and person = :person and fence = :fence""";

    private static final String ON = """
            update upstream_token set version = version + 1, held_until = now() + make_interval(secs => :seconds)
             where server_id = :server and person = :person and fence = :fence""";

    /**
     * One statement, so that of any number of replicas one has each. Whoever died holding it is waited for, no longer. Each
     * tenant's stand in a line of their own, of which its free places are taken. What is due is asked once more of what is
     * locked: another replica may have had it in between.
     */
    private static final String CLAIM = """
            update upstream_token token set fence = token.fence + 1, held_until = now() + make_interval(secs => ?)
              from (select one.server_id, one.person
                      from upstream_token one
                      join (select server_id, person, row_number() over (partition by tenant_id order by next_at) as place
                              from upstream_token
                             where (next_at <= now() or unpublished) and (held_until is null or held_until < now())) line
                        on line.server_id = one.server_id and line.person = one.person
                      left join unnest(?::uuid[], ?::int[]) taken (tenant_id, places) on taken.tenant_id = one.tenant_id
                     where (one.next_at <= now() or one.unpublished)
                       and (one.held_until is null or one.held_until < now())
                       and line.place + coalesce(taken.places, 0) <= ?
                     order by one.next_at limit ? for update of one skip locked) due
             where token.server_id = due.server_id and token.person = due.person
            returning token.tenant_id, token.server_id, token.person, token.fence""";

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
    record Claim(TenantId tenant, TokenId token, long fence) {}

    Optional<TokenRow> find(TokenId id) {
        return Optional.ofNullable(entities.find(TokenRow.class, id));
    }

    /** For writing. Who needs the tenant's head too has it before. */
    Optional<TokenRow> lock(TokenId id) {
        return Optional.ofNullable(entities.find(TokenRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** For writing all of a server. The tenant's head is locked before. */
    List<TokenRow> lockAll(UUID server) {
        return entities.createQuery("from TokenRow t where t.serverId = :server order by t.person", TokenRow.class)
                .setParameter("server", server)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Who has a token for a server beside the tenant, by id. */
    List<UUID> people(UUID server, @Nullable UUID after, int max) {
        return entities.createQuery(
                        "select t.person from TokenRow t where t.serverId = :server and t.person > :after order by t.person",
                        UUID.class)
                .setParameter("server", server)
                .setParameter("after", after == null ? TokenId.TENANT : after)
                .setMaxResults(max)
                .getResultList();
    }

    /** The servers that somebody has a token for. */
    List<UUID> servers(UUID person) {
        return entities.createQuery("select t.serverId from TokenRow t where t.person = :person", UUID.class)
                .setParameter("person", person)
                .getResultList();
    }

    void add(TokenRow row) {
        entities.persist(row);
    }

    void remove(TokenRow row) {
        entities.remove(row);
    }

    /** One that another key has sealed. */
    record Old(TenantId tenant, TokenId token) {}

    /** Of all tenants, without the secrets, which this role may not read. */
    List<Old> notSealedBy(String masterKey, int max) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select tenant_id, server_id, person from upstream_token where sealed_by <> ? limit ?")) {
            query.setString(1, masterKey);
            query.setInt(2, max);
            try (ResultSet rows = query.executeQuery()) {
                List<Old> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Old(
                            new TenantId(rows.getObject(1, UUID.class)),
                            new TokenId(rows.getObject(2, UUID.class), rows.getObject(3, UUID.class))));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of tokens cannot be read", e);
        }
    }

    /**
     * Notes that the refresh token is being sent, before it is, in a transaction of its own.
     *
     * @return whether the claim still stands
     */
    boolean sending(Claim claim) {
        return entities.createNativeQuery(SENDING)
                        .setParameter("seconds", (double) SENT_TERM.toSeconds())
                        .setParameter("server", claim.token().serverId())
                        .setParameter("person", claim.token().person())
                        .setParameter("fence", claim.fence())
                        .executeUpdate()
                == 1;
    }

    /** A term anew for what can be asked for again, within the transaction that has the row locked. */
    void holdOn(Claim claim) {
        entities.createNativeQuery(ON)
                .setParameter("seconds", (double) TERM.toSeconds())
                .setParameter("server", claim.token().serverId())
                .setParameter("person", claim.token().person())
                .setParameter("fence", claim.fence())
                .executeUpdate();
    }

    /** Empty if somebody else holds it by now. */
    Optional<TokenRow> lock(Claim claim) {
        return lock(claim.token()).filter(row -> row.fence == claim.fence());
    }

    /** Those that are due and that there is room for, of all tenants, the longest due first. */
    List<Claim> claim(Places.Room room) {
        try (Connection connection = system.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setDouble(1, TERM.toSeconds());
            List<TenantId> tenants = List.copyOf(room.taken().keySet());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", tenants.stream().map(TenantId::value).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int4", tenants.stream().map(room.taken()::get).toArray()));
            statement.setInt(4, room.ofTenant());
            statement.setInt(5, room.all());
            try (ResultSet rows = statement.executeQuery()) {
                List<Claim> claims = new ArrayList<>();
                while (rows.next()) {
                    claims.add(new Claim(
                            new TenantId(rows.getObject(1, UUID.class)),
                            new TokenId(rows.getObject(2, UUID.class), rows.getObject(3, UUID.class)),
                            rows.getLong(4)));
                }
                return claims;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("renewals cannot be claimed", e);
        }
    }
}
