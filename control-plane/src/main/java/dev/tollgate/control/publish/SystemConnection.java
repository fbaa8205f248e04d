package dev.tollgate.control.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

/** Opens the publisher's own connection, which listens and holds its lock and so must not come from a pool. */
@ApplicationScoped
class SystemConnection {
    /** Any number that no other lock of the database has: "tollgate" in ASCII. */
    private static final long PUBLISHER_LOCK = 0x746F6C6C67617465L;

    private final String url;
    private final String username;
    private final String password;

    SystemConnection(
            @ConfigProperty(name = "quarkus.datasource.system.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.system.username") String username,
            @ConfigProperty(name = "quarkus.datasource.system.password") String password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "tollgate-publisher");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        return new Driver().connect(url, properties);
    }

    /** Whether this replica is the one that publishes, as long as the connection lives. */
    static boolean lead(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, PUBLISHER_LOCK);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + OutboxWriter.CHANNEL);
        }
    }
}
