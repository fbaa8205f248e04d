package dev.tollgate.control.publish;

import dev.tollgate.model.id.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The outbox as the publisher sees it: across tenants, oldest first. */
final class Outbox {
    /** Records taken at a time. */
    static final int BATCH_MAX = 500;

    private final Connection connection;

    Outbox(Connection connection) {
        this.connection = connection;
    }

    List<OutboxRecord> next() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select id, tenant_id, topic, key, value from outbox order by id limit " + BATCH_MAX)) {
            try (ResultSet rows = query.executeQuery()) {
                List<OutboxRecord> records = new ArrayList<>();
                while (rows.next()) {
                    records.add(new OutboxRecord(
                            rows.getLong(1),
                            new TenantId(rows.getObject(2, UUID.class)),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getBytes(5)));
                }
                return records;
            }
        }
    }

    void remove(List<OutboxRecord> sent) throws SQLException {
        Object[] ids = sent.stream().map(OutboxRecord::id).toArray();
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            delete.executeUpdate();
        }
    }
}
