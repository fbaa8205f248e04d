package dev.tollgate.local.stack;

import dev.tollgate.local.backend.ClickHouse;
import dev.tollgate.local.backend.Kafka;
import dev.tollgate.local.backend.Keycloak;
import dev.tollgate.local.backend.Postgres;
import dev.tollgate.local.fetch.Distributions;
import java.util.List;
import java.util.Map;

/** Everything that may take the network, once, before anything starts. */
final class Prefetch {
    private static final String SCHEMA = "keycloak's schema";

    private final StackOptions options;
    private final Distributions distributions;

    Prefetch(StackOptions options, Distributions distributions) {
        this.options = options;
        this.distributions = distributions;
    }

    void run() {
        InOrder.each(
                Map.of(
                        Postgres.NAME,
                        List.of(),
                        Kafka.NAME,
                        List.of(),
                        Keycloak.NAME,
                        List.of(),
                        ClickHouse.NAME,
                        List.of(),
                        SCHEMA,
                        List.of(Postgres.NAME, Keycloak.NAME)),
                this::fetch);
    }

    private void fetch(String what) throws java.io.IOException, InterruptedException {
        options.progress().begins(what, "fetching");
        switch (what) {
            case Postgres.NAME -> distributions.postgresql();
            case Kafka.NAME -> distributions.kafka();
            case Keycloak.NAME -> distributions.keycloak();
            case ClickHouse.NAME -> distributions.clickHouseLibrary();
            case SCHEMA -> ClusterTemplate.of(options.cache(), distributions);
            default -> throw new IllegalArgumentException(what);
        }
        options.progress().ends(what, "fetching");
    }
}
