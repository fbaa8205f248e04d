package dev.tollgate.local.stack;

import dev.tollgate.local.backend.Keycloak;
import dev.tollgate.local.backend.Postgres;
import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.fetch.Trees;
import dev.tollgate.local.fetch.Versions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Secrets;
import dev.tollgate.local.port.Ports;
import dev.tollgate.local.process.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL cluster in which Keycloak has already laid out its schema: that takes it some fifteen seconds, and a copy
 * of the folder none. Holds no secret that a stack goes on using.
 */
final class ClusterTemplate {
    private ClusterTemplate() {}

    static Path of(Cache cache, Distributions distributions) throws IOException, InterruptedException {
        var name = "cluster-" + Versions.postgresql() + "-" + Distributions.keycloakEntry();
        return cache.once(name, folder -> make(folder, distributions)).resolve(Postgres.NAME);
    }

    private static void make(Path folder, Distributions distributions) throws IOException, InterruptedException {
        var data = new DataFolder(folder.resolve("work"));
        data.create();
        var secrets = Secrets.in(data);
        var ports = Ports.free(1);
        var postgres = new Postgres(distributions, data, secrets, ports.of(Postgres.NAME), Optional.empty());
        var keycloak = new Keycloak(
                distributions,
                data,
                secrets,
                postgres,
                ports.of(Keycloak.NAME),
                ports.of("keycloak-management"),
                Optional.empty(),
                Optional.empty());
        try (var watchdog = Watchdog.start()) {
            var first = new Supervised(postgres, data, watchdog, Map.of());
            var second = new Supervised(keycloak, data, watchdog, Map.of());
            first.start();
            second.start();
            second.stop();
            first.stop();
        }
        Files.move(data.of(Postgres.NAME), folder.resolve(Postgres.NAME));
        Trees.delete(data.root());
    }
}
