package dev.tollgate.local.backend;

import dev.tollgate.local.part.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The roles and databases, without any right inside: grants and row policies are the control plane's migrations. No role
 * that an application signs in with may pass by row-level security.
 */
final class PostgresRoles {
    static final String OWNER = "tollgate_owner";
    static final String APP = "tollgate_app";
    static final String SYSTEM = "tollgate_system";
    static final String KEYCLOAK = "keycloak";

    private final Connection connection;
    private final Secrets secrets;

    PostgresRoles(Connection connection, Secrets secrets) {
        this.connection = connection;
        this.secrets = secrets;
    }

    void ensure() throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var role : List.of(OWNER, APP, SYSTEM, KEYCLOAK)) {
                ensureRole(statement, role);
            }
            ensureDatabase(statement, "tollgate", OWNER);
            ensureDatabase(statement, "keycloak", KEYCLOAK);
            statement.execute("GRANT CONNECT ON DATABASE tollgate TO " + APP + ", " + SYSTEM);
        }
    }

    private void ensureRole(Statement statement, String role) throws SQLException {
        if (isMissing("SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            statement.execute("CREATE ROLE " + role);
        }
        statement.execute("ALTER ROLE %s LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '%s'"
                .formatted(role, secrets.of(role)));
    }

    private void ensureDatabase(Statement statement, String database, String owner) throws SQLException {
        if (isMissing("SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            statement.execute("CREATE DATABASE " + database + " OWNER " + owner);
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        }
    }

    private boolean isMissing(String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }
}
