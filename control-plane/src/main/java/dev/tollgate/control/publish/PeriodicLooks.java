package dev.tollgate.control.publish;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.SyncRequest;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Asks gateways to look at every enabled server once in a period. Each server has its own second of the period, so that
 * neither upstreams nor gateways are asked all at once, however many servers there are.
 */
@ApplicationScoped
class PeriodicLooks {
    static final Duration PERIOD = Duration.ofMinutes(10);

    private static final String QUERY = "select r.tenant_id, r.id, h.region, h.revision"
            + " from config_resource r join config_head h using (tenant_id)"
            + " where r.kind = 'server' and (hashtext(r.id)::bigint + 2147483648) % ? = any(?)"
            + " and convert_from(r.value, 'UTF8')::jsonb ->> 'enabled' = 'true'";

    private long doneUntil = Instant.now().getEpochSecond();

    /** Requests for the seconds that have passed since the last call, a period's at most. */
    List<OutboxRecord> due(Connection connection) throws SQLException {
        long now = Instant.now().getEpochSecond();
        List<Long> slots = slots(doneUntil, now);
        doneUntil = now;
        return slots.isEmpty() ? List.of() : requests(connection, slots);
    }

    static List<Long> slots(long doneUntil, long now) {
        long period = PERIOD.toSeconds();
        List<Long> slots = new ArrayList<>();
        for (long second = Math.max(doneUntil, now - period) + 1; second <= now; second++) {
            slots.add(second % period);
        }
        return slots;
    }

    private static List<OutboxRecord> requests(Connection connection, List<Long> slots) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, PERIOD.toSeconds());
            query.setArray(2, connection.createArrayOf("bigint", slots.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                List<OutboxRecord> requests = new ArrayList<>();
                while (rows.next()) {
                    requests.add(request(rows));
                }
                return requests;
            }
        }
    }

    private static OutboxRecord request(ResultSet row) throws SQLException {
        TenantId tenant = new TenantId(row.getObject(1, UUID.class));
        ServerId server = ServerId.of(row.getString(2));
        SyncRequest request = new SyncRequest(tenant, server, row.getLong(4), Times.now());
        String topic = Topics.sync(new Region(row.getString(3)));
        return new OutboxRecord(0, tenant, topic, tenant + "/" + server, WireJson.encode(request));
    }
}
