package dev.tollgate.control.publish;

import dev.tollgate.model.id.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds records to the outbox in the transaction of a change, and wakes the publisher with its commit. */
final class OutboxWriter {
    static final String CHANNEL = "tollgate_outbox";

    private final Connection connection;
    private final TenantId tenant;
    private final List<OutboxRecord> records = new ArrayList<>();

    OutboxWriter(Connection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /**
     * @param value absent to take back what stands under the key
     */
    void add(String topic, String key, byte @Nullable [] value) {
        records.add(new OutboxRecord(0, tenant, topic, key, value));
    }

    /** Adds every published resource, without bringing their values here; there may be many megabytes of them. */
    void addAllPublished(String topic) throws SQLException {
        addAll(
                topic,
                " select tenant_id, ?::text, tenant_id || '/' || kind || '/' || id, value from config_resource"
                        + " where tenant_id = ? order by kind, id");
    }

    /** The same of people's connections. */
    void addAllConnections(String topic) throws SQLException {
        addAll(
                topic,
                " select tenant_id, ?::text, tenant_id || '/connection/' || id, value from config_connection"
                        + " where tenant_id = ? order by id");
    }

    private void addAll(String topic, String query) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into outbox (tenant_id, topic, key, value)" + query)) {
            insert.setString(1, topic);
            insert.setObject(2, tenant.value());
            insert.executeUpdate();
        }
    }

    void flush() throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into outbox (tenant_id, topic, key, value) values (?, ?, ?, ?)")) {
            for (OutboxRecord queued : records) {
                insert.setObject(1, tenant.value());
                insert.setString(2, queued.topic());
                insert.setString(3, queued.key());
                insert.setBytes(4, queued.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, '')")) {
            notify.setString(1, CHANNEL);
            notify.execute();
        }
        records.clear();
    }
}
