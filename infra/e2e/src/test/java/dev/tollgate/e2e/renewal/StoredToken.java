package dev.tollgate.e2e.renewal;

import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.stack.PackagedProgram;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;

/** The row of a server's token, with the rights that the control plane has: looked at, made due, locked. */
final class StoredToken {
    private final Tollgate tollgate;
    private final UUID tenant;
    private final UUID server;

    StoredToken(Tollgate tollgate, Company company, Server server) {
        this.tollgate = tollgate;
        this.tenant = company.tenant().id();
        this.server = server.id();
    }

    /** Something of the database that nobody else has until it is given back. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(
                tollgate.config("quarkus.datasource.jdbc.url"),
                tollgate.config("quarkus.datasource.username"),
                tollgate.config("quarkus.datasource.password"));
        try (var query = connection.prepareStatement("select set_config('tollgate.tenant', ?, false)")) {
            query.setString(1, tenant.toString());
            query.execute();
        }
        return connection;
    }

    private long one(String what) throws SQLException {
        try (var connection = connect();
                var query =
                        connection.prepareStatement("select " + what + " from upstream_token where server_id = ?")) {
            query.setObject(1, server);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void set(String columns, Object... values) throws SQLException {
        try (var connection = connect();
                var update =
                        connection.prepareStatement("update upstream_token set " + columns + " where server_id = ?")) {
            for (var i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.setObject(values.length + 1, server);
            update.executeUpdate();
        }
    }

    long renewal() throws SQLException {
        return one("renewal");
    }

    boolean isUnpublished() throws SQLException {
        return one("unpublished::int") == 1;
    }

    boolean hasUnansweredRequest() throws SQLException {
        return one("(sent_at is not null)::int") == 1;
    }

    /** Not due for long, and nobody is at it. */
    boolean isAtRest() throws SQLException {
        return one("(next_at > now() + interval '30 minutes' and (held_until is null or held_until < now()))::int")
                == 1;
    }

    void isDue() throws SQLException {
        set("next_at = now()");
    }

    void rests() throws SQLException {
        set("next_at = now() + interval '1 hour'");
    }

    void itsTermEnds() throws SQLException {
        set("held_until = now()");
    }

    /** As if it had come with the access token at hand. */
    void comesWith(String refreshToken, PackagedProgram sealer) throws IOException, InterruptedException, SQLException {
        var command = sealer.command(
                tollgate.data().resolve("master.keys").toString(),
                tenant.toString(),
                server.toString(),
                Long.toString(one("secret_version")),
                Long.toString(renewal()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(refreshToken.getBytes(StandardCharsets.US_ASCII));
        }
        var sealed = Base64.getDecoder().decode(process.getInputStream().readAllBytes());
        set("refresh = ?, sent_at = null, next_at = now() + interval '1 hour'", (Object) sealed);
    }

    /** Nobody writes to the row. */
    Held lockedRow() throws SQLException {
        return locked("select 1 from upstream_token where server_id = '" + server + "' for update");
    }

    /** Nothing of the tenant is published. */
    Held lockedHead() throws SQLException {
        return locked("select 1 from config_head where tenant_id = '" + tenant + "' for update");
    }

    private Held locked(String sql) throws SQLException {
        var connection = connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection::close;
    }

    /** Whether somebody waits for what is locked in the database. */
    boolean isWaitedFor() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }
}
