package dev.tollgate.control.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fresh PostgreSQL with the three roles that every installation has, an identity provider's public key, and a key to sign
 * configuration with.
 */
public final class Postgres implements QuarkusTestResourceLifecycleManager {
    private static final List<String> ROLES = List.of("tollgate_owner", "tollgate_app", "tollgate_system");

    private @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder().start();
            server = started;
            try (Connection connection = started.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                for (String role : ROLES) {
                    statement.execute("create role " + role
                            + " login password 'test' nosuperuser nobypassrls nocreatedb nocreaterole");
                }
                statement.execute("create database tollgate owner tollgate_owner");
            }
            return configuration("jdbc:postgresql://127.0.0.1:" + started.getPort() + "/tollgate");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> configuration(String url) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.datasource.jdbc.url", url);
        configuration.put("quarkus.datasource.password", "test");
        configuration.put("quarkus.datasource.system.jdbc.url", url);
        configuration.put("quarkus.datasource.system.password", "test");
        configuration.put("quarkus.flyway.jdbc-url", url);
        configuration.put("quarkus.flyway.password", "test");
        configuration.put("quarkus.oidc.public-key", Tokens.publicKey());
        configuration.putAll(SigningPair.fresh());
        configuration.putAll(SealKeys.fresh());
        return configuration;
    }

    @Override
    public void stop() {
        try {
            Objects.requireNonNull(server).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
