package dev.tollgate.local.stack;

import dev.tollgate.local.backend.ClickHouse;
import dev.tollgate.local.backend.Kafka;
import dev.tollgate.local.backend.Keycloak;
import dev.tollgate.local.backend.Postgres;
import dev.tollgate.local.fetch.Distributions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;

/** Everything that may take the network, once, before anything starts. */
final class Prefetch {
    private static final String SCHEMA = "keycloak's schema";
    private static final String DEMO_SERVERS = "demo servers";

    private final StackOptions options;
    private final Distributions distributions;

    Prefetch(StackOptions options, Distributions distributions) {
        this.options = options;
        this.distributions = distributions;
    }

    void run() {
        var before = new LinkedHashMap<String, List<String>>();
        before.put(Postgres.NAME, List.of());
        before.put(Kafka.NAME, List.of());
        before.put(Keycloak.NAME, List.of());
        before.put(ClickHouse.NAME, List.of());
        before.put(SCHEMA, List.of(Postgres.NAME, Keycloak.NAME));
        if (options.extent() == Extent.PLANES) {
            before.put(DEMO_SERVERS, List.of());
        }
        InOrder.each(before, this::fetch);
    }

    private void fetch(String what) throws IOException, InterruptedException {
        options.progress().begins(what, "fetching");
        switch (what) {
            case Postgres.NAME -> distributions.postgresql();
            case Kafka.NAME -> distributions.kafka();
            case Keycloak.NAME -> distributions.keycloak();
            case ClickHouse.NAME -> distributions.clickHouseLibrary();
            case SCHEMA -> ClusterTemplate.of(options.cache(), distributions);
            case DEMO_SERVERS -> distributions.demoServers();
            default -> throw new IllegalArgumentException(what);
        }
        options.progress().ends(what, "fetching");
    }
}
