package dev.tollgate.local.stack;

import dev.tollgate.local.backend.Addresses;
import dev.tollgate.local.backend.ClickHouse;
import dev.tollgate.local.backend.Kafka;
import dev.tollgate.local.backend.Keycloak;
import dev.tollgate.local.backend.Postgres;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.part.Secrets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The four backends of one stack. */
public record Backends(Postgres postgres, Kafka kafka, Keycloak keycloak, ClickHouse clickHouse) {

    static Backends of(StackOptions options, Distributions distributions, Secrets secrets)
            throws IOException, InterruptedException {
        var data = options.data();
        var ports = options.ports();
        var template = ClusterTemplate.of(options.cache(), distributions);
        var postgres = new Postgres(distributions, data, secrets, ports.of(Postgres.NAME), Optional.of(template));
        return new Backends(
                postgres,
                new Kafka(
                        distributions,
                        data,
                        ports.of(Kafka.NAME),
                        ports.of("kafka-controller"),
                        options.regions().all()),
                new Keycloak(
                        distributions,
                        data,
                        secrets,
                        postgres,
                        ports.of(Keycloak.NAME),
                        ports.of("keycloak-management"),
                        Optional.of(addresses(options)),
                        options.surroundings().authorities()),
                new ClickHouse(distributions, data, secrets, ports.of(ClickHouse.NAME)));
    }

    private static Addresses addresses(StackOptions options) {
        var ports = options.ports();
        var gateway = options.regions().byGateway().keySet().iterator().next();
        return new Addresses(
                "http://127.0.0.1:" + ports.of("console"),
                "http://127.0.0.1:" + ports.of("control-plane"),
                "http://127.0.0.1:" + ports.of(gateway));
    }

    List<Part> parts() {
        return List.of(postgres, kafka, keycloak, clickHouse);
    }

    /** Every key that leads to one of them. */
    public Map<String, String> config() {
        var config = new TreeMap<String, String>();
        parts().forEach(part -> config.putAll(part.config()));
        return config;
    }
}
