package dev.tollgate.local.backend;

import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.part.Secrets;
import dev.tollgate.local.process.Command;
import dev.tollgate.local.process.ProcessSpec;
import dev.tollgate.local.process.StopBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** PostgreSQL with the databases and roles of Tollgate and Keycloak. */
public final class Postgres implements Part {
    public static final String NAME = "postgresql";
    static final String SUPERUSER = "postgres";

    private final Distributions distributions;
    private final DataFolder data;
    private final Secrets secrets;
    private final int port;
    private final Optional<Path> template;

    /** @param template a whole cluster's folder to begin from, else an empty one is made */
    public Postgres(Distributions distributions, DataFolder data, Secrets secrets, int port, Optional<Path> template) {
        this.distributions = distributions;
        this.data = data;
        this.secrets = secrets;
        this.port = port;
        this.template = template;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fetch() throws IOException, InterruptedException {
        distributions.postgresql();
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (Files.exists(cluster().resolve("PG_VERSION"))) {
            return;
        }
        var user = AsPostgresUser.here();
        if (template.isPresent()) {
            run(
                    List.of(
                            "cp",
                            "-a",
                            "--reflink=auto",
                            template.get().toString(),
                            cluster().toString()),
                    "");
        } else {
            Files.createDirectories(cluster());
            user.own(cluster());
            run(
                    user.argv(
                            bin("initdb"),
                            "-D",
                            cluster().toString(),
                            "-U",
                            SUPERUSER,
                            "-A",
                            "trust",
                            "-E",
                            "UTF8",
                            "--locale=C.UTF-8",
                            "--no-instructions"),
                    "");
        }
        Files.writeString(cluster().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        user.own(cluster());
        // In single-user mode no password is asked: from the first moment on the network, only ours is accepted.
        run(
                user.argv(bin("postgres"), "--single", "-D", cluster().toString(), "postgres"),
                "ALTER ROLE " + SUPERUSER + " PASSWORD '" + secrets.of("postgresql.superuser") + "'\n");
    }

    @Override
    public ProcessSpec process() throws IOException, InterruptedException {
        var argv = AsPostgresUser.here()
                .argv(
                        bin("postgres"),
                        "-D",
                        cluster().toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "shared_buffers=48MB",
                        "-c",
                        "max_connections=120");
        return new ProcessSpec(NAME, argv, Map.of(), cluster(), data.log(NAME), StopBy.SIGINT, Duration.ofSeconds(20));
    }

    @Override
    public boolean isReady() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void onReady() throws IOException {
        try (var connection = connect("postgres")) {
            new PostgresRoles(connection, secrets).ensure();
        } catch (SQLException e) {
            throw new IOException("roles and databases could not be made", e);
        }
    }

    @Override
    public Map<String, String> config() {
        var url = url("tollgate");
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", url),
                Map.entry("quarkus.datasource.username", PostgresRoles.APP),
                Map.entry("quarkus.datasource.password", secrets.of(PostgresRoles.APP)),
                Map.entry("quarkus.datasource.system.jdbc.url", url),
                Map.entry("quarkus.datasource.system.username", PostgresRoles.SYSTEM),
                Map.entry("quarkus.datasource.system.password", secrets.of(PostgresRoles.SYSTEM)),
                Map.entry("quarkus.flyway.jdbc-url", url),
                Map.entry("quarkus.flyway.username", PostgresRoles.OWNER),
                Map.entry("quarkus.flyway.password", secrets.of(PostgresRoles.OWNER)));
    }

    /** As the superuser. */
    Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.of("postgresql.superuser"));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(url(database), properties);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private Path cluster() {
        return data.of(NAME);
    }

    private Path bin(String program) throws IOException, InterruptedException {
        return distributions.postgresql().resolve("bin").resolve(program);
    }

    private void run(List<String> argv, String input) throws IOException, InterruptedException {
        new Command(argv, Map.of(), Optional.empty(), data.log(NAME)).run(input);
    }
}
