package dev.tollgate.control.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.web.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.OptionalLong;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** SQL over {@code request_replay}; the tenant is the connection's. */
@ApplicationScoped
class ReplayStore {
    private final EntityManager entities;
    private final ObjectMapper json;

    ReplayStore(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** Whether the claim is the first. Waits while another with the same key is being carried out. */
    boolean claim(Claim claim) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into request_replay"
                    + " (principal, key, request_sha256) values (?, ?, ?) on conflict do nothing")) {
                insert.setString(1, claim.principal());
                insert.setString(2, claim.key());
                insert.setString(3, claim.requestSha256());
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** Whether the claim is the first, or follows the same one that was left under way so long ago. */
    boolean claim(Claim claim, Duration underWayMax) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into request_replay as known"
                    + " (principal, key, request_sha256) values (?, ?, ?) on conflict (tenant_id, principal, key)"
                    + " do update set created_at = excluded.created_at where known.status is null"
                    + " and known.request_sha256 = excluded.request_sha256"
                    + " and known.created_at < excluded.created_at - make_interval(secs => ?)")) {
                insert.setString(1, claim.principal());
                insert.setString(2, claim.key());
                insert.setString(3, claim.requestSha256());
                insert.setDouble(4, underWayMax.toSeconds());
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** Gives the key back: nothing was carried out. */
    void release(Claim claim) {
        session().doWork(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from request_replay where principal = ? and key = ? and status is null")) {
                delete.setString(1, claim.principal());
                delete.setString(2, claim.key());
                delete.executeUpdate();
            }
        });
    }

    void keep(Claim claim, Answer answer, OptionalLong revision) {
        @Nullable
        String body = answer.secret() ? null : answer.body().map(this::write).orElse(null);
        session().doWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update request_replay"
                    + " set status = ?, location = ?, version = ?, body = ?, secret = ?, revision = ?"
                    + " where principal = ? and key = ?")) {
                update.setInt(1, answer.status());
                update.setString(2, answer.path().orElse(null));
                update.setObject(
                        3, answer.version().isPresent() ? answer.version().getAsLong() : null, Types.BIGINT);
                update.setString(4, body);
                update.setBoolean(5, answer.secret());
                update.setObject(6, revision.isPresent() ? revision.getAsLong() : null, Types.BIGINT);
                update.setString(7, claim.principal());
                update.setString(8, claim.key());
                update.executeUpdate();
            }
        });
    }

    Kept find(Claim claim) {
        return session().doReturningWork(connection -> find(connection, claim));
    }

    private static Kept find(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select request_sha256, status, location, version,"
                + " body, secret, revision from request_replay where principal = ? and key = ?")) {
            query.setString(1, claim.principal());
            query.setString(2, claim.key());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("a claimed key has no row");
                }
                return new Kept(
                        row.getString(1),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getObject(4, Long.class),
                        row.getString(5),
                        row.getObject(7, Long.class),
                        row.getBoolean(6));
            }
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every answer can be written: " + body.getClass(), e);
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
