package dev.tollgate.local.backend;

import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.fetch.Trees;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Http;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.part.Secrets;
import dev.tollgate.local.process.ProcessSpec;
import dev.tollgate.local.process.StopBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keycloak on the stack's PostgreSQL, with the realm {@code tollgate}. */
public final class Keycloak implements Part {
    public static final String NAME = "keycloak";
    /** A service account of the master realm with every right, for this stack's own set-up. */
    public static final String ADMIN_CLIENT = "tollgate-bootstrap";

    private final Distributions distributions;
    private final DataFolder data;
    private final Secrets secrets;
    private final Postgres postgres;
    private final int port;
    private final int managementPort;
    private final Optional<Addresses> addresses;
    private final Optional<Path> authorities;

    /**
     * @param addresses that the realm names; without them no realm is made, only the schema
     * @param authorities certificates in PEM that it trusts besides the usual ones
     */
    public Keycloak(
            Distributions distributions,
            DataFolder data,
            Secrets secrets,
            Postgres postgres,
            int port,
            int managementPort,
            Optional<Addresses> addresses,
            Optional<Path> authorities) {
        this.distributions = distributions;
        this.data = data;
        this.secrets = secrets;
        this.postgres = postgres;
        this.port = port;
        this.managementPort = managementPort;
        this.addresses = addresses;
        this.authorities = authorities;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(Postgres.NAME);
    }

    @Override
    public void fetch() throws IOException, InterruptedException {
        distributions.keycloak();
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        linkHome();
        if (addresses.isPresent()) {
            var realm = new RealmFile(addresses.get(), secrets).render().toPrettyString();
            var folder = Files.createDirectories(home().resolve("data/import"));
            DataFolder.writeSecret(folder.resolve("tollgate-realm.json"), realm);
        }
        ownAdminSecret();
    }

    /** The binaries stay in the cache; what a server writes goes to a home of its own that links to them. */
    private void linkHome() throws IOException, InterruptedException {
        Files.createDirectories(home().resolve("data"));
        var binaries = distributions.keycloak();
        for (var name : List.of("bin", "conf", "lib", "providers", "themes", "version.txt")) {
            var link = home().resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, binaries.resolve(name));
        }
        Trees.delete(home().resolve("data/tmp"));
    }

    /** A database that was copied from the template has the template's secret: before anyone can connect, ours replaces it. */
    private void ownAdminSecret() throws IOException {
        try (var connection = postgres.connect(NAME)) {
            if (hasClients(connection)) {
                try (var update = connection.prepareStatement("UPDATE client SET secret = ? WHERE client_id = ?")) {
                    update.setString(1, adminSecret());
                    update.setString(2, ADMIN_CLIENT);
                    update.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IOException("Keycloak's admin secret could not be set", e);
        }
    }

    private static boolean hasClients(java.sql.Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT to_regclass('public.client') IS NOT NULL")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public ProcessSpec process() {
        var argv = new ArrayList<>(KeycloakCommand.argv(home(), port, managementPort, postgres.url(NAME)));
        authorities.ifPresent(file -> argv.add("--truststore-paths=" + file));
        var environment = Map.of(
                "KC_DB_USERNAME",
                PostgresRoles.KEYCLOAK,
                "KC_DB_PASSWORD",
                secrets.of(PostgresRoles.KEYCLOAK),
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                ADMIN_CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
                adminSecret());
        return new ProcessSpec(NAME, argv, environment, home(), data.log(NAME), StopBy.SIGTERM, Duration.ofSeconds(20));
    }

    @Override
    public Duration readyWithin() {
        return Duration.ofSeconds(180);
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        return Http.answers("http://127.0.0.1:" + managementPort + "/health/ready");
    }

    @Override
    public void onReady() throws IOException, InterruptedException {
        if (addresses.isPresent()) {
            var realm = new RealmFile(addresses.get(), secrets).render();
            new RealmClients(admin()).follow(realm);
            new RealmRights(admin()).follow(realm);
        }
    }

    @Override
    public Map<String, String> config() {
        return Map.of(
                "quarkus.oidc.auth-server-url", issuer(),
                "tollgate.keycloak.url", url(),
                "tollgate.keycloak.client-id", "tollgate-control-plane",
                "tollgate.keycloak.client-secret", secrets.of(RealmFile.CONTROL_PLANE_SECRET));
    }

    /** The admin REST API, signed in as this stack. */
    public KeycloakAdmin admin() {
        return new KeycloakAdmin(url(), adminSecret());
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String issuer() {
        return url() + "/realms/tollgate";
    }

    public String adminSecret() {
        return secrets.of("keycloak.admin");
    }

    public String consoleSecret() {
        return secrets.of(RealmFile.CONSOLE_SECRET);
    }

    private Path home() {
        return data.of(NAME);
    }
}
