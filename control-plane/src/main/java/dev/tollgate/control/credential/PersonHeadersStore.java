package dev.tollgate.control.credential;

import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Headers of people in the database. */
@ApplicationScoped
class PersonHeadersStore {
    private final EntityManager entities;
    private final AgroalDataSource system;

    PersonHeadersStore(EntityManager entities, @DataSource("system") AgroalDataSource system) {
        this.entities = entities;
        this.system = system;
    }

    /** One that another key has sealed than the one that seals now. */
    record Old(TenantId tenant, PersonHeadersId id) {}

    Optional<PersonHeadersRow> find(PersonHeadersId id) {
        return Optional.ofNullable(entities.find(PersonHeadersRow.class, id));
    }

    /** Who has given a server some, by id. */
    List<UUID> people(UUID server, @Nullable UUID after, int max) {
        return entities.createQuery(
                        "select h.person from PersonHeadersRow h where h.serverId = :server and h.person > :after"
                                + " order by h.person",
                        UUID.class)
                .setParameter("server", server)
                .setParameter("after", after == null ? TokenId.TENANT : after)
                .setMaxResults(max)
                .getResultList();
    }

    List<PersonHeadersRow> to(UUID server) {
        return entities.createQuery(
                        "from PersonHeadersRow h where h.serverId = :server order by h.person", PersonHeadersRow.class)
                .setParameter("server", server)
                .getResultList();
    }

    List<PersonHeadersRow> of(UUID person) {
        return entities.createQuery(
                        "from PersonHeadersRow h where h.person = :person order by h.serverId", PersonHeadersRow.class)
                .setParameter("person", person)
                .getResultList();
    }

    void add(PersonHeadersRow row) {
        entities.persist(row);
    }

    void remove(PersonHeadersRow row) {
        entities.remove(row);
    }

    /** Of all tenants. */
    List<Old> notSealedBy(String masterKey, int max) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement("select tenant_id, server_id, person"
                        + " from person_headers where sealed_by <> ? order by server_id, person limit ?")) {
            query.setString(1, masterKey);
            query.setInt(2, max);
            try (ResultSet rows = query.executeQuery()) {
                List<Old> old = new ArrayList<>();
                while (rows.next()) {
                    old.add(new Old(
                            new TenantId(rows.getObject(1, UUID.class)),
                            new PersonHeadersId(rows.getObject(2, UUID.class), rows.getObject(3, UUID.class))));
                }
                return old;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of people's headers cannot be read", e);
        }
    }
}
