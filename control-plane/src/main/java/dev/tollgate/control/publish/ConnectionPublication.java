package dev.tollgate.control.publish;

import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Writes a change of people's connections as published state and outbox records, to each region that has the tenant. It is
 * no revision and reads nothing of one.
 */
final class ConnectionPublication {
    private final Connection connection;
    private final List<Home> staying;
    private final OutboxWriter outbox;

    private ConnectionPublication(Connection connection, Head before, List<Home> staying) {
        this.connection = connection;
        this.staying = staying;
        this.outbox = new OutboxWriter(connection, before.tenant());
    }

    /**
     * @param homes after the change; what is new among them is sent everything elsewhere
     */
    static void write(Connection connection, Head before, List<Home> homes, Change change) throws SQLException {
        if (change.connections().isEmpty() && change.serversWithoutConnections().isEmpty()) {
            return;
        }
        List<Home> staying =
                homes.stream().filter(home -> before.isIn(home.region())).toList();
        new ConnectionPublication(connection, before, staying).write(change);
    }

    private void write(Change change) throws SQLException {
        for (Map.Entry<ConfigKey, PersonConnection> entry : change.connections().entrySet()) {
            byte[] value = ConfigCodec.encode(entry.getValue());
            ConnectionRows.put(connection, entry.getValue(), value);
            staying.forEach(home -> outbox.add(home.topic(), entry.getKey().toString(), value));
        }
        for (ServerId server : change.serversWithoutConnections()) {
            for (String id : ConnectionRows.remove(connection, change.tenant(), server)) {
                staying.forEach(home -> outbox.add(home.topic(), ConnectionRows.key(change.tenant(), id), null));
            }
        }
        outbox.flush();
    }
}
