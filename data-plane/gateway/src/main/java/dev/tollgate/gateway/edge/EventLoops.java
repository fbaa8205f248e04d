package dev.tollgate.gateway.edge;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** One event loop a core, unless configured otherwise: nothing on one ever waits, so more would only take turns. */
@Singleton
final class EventLoops implements VertxOptionsCustomizer {
    private static final String CONFIGURED = "quarkus.vertx.event-loops-pool-size";

    private final Config config;

    EventLoops(Config config) {
        this.config = config;
    }

    @Override
    public void accept(VertxOptions options) {
        if (config.getOptionalValue(CONFIGURED, Integer.class).isEmpty()) {
            options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
        }
    }
}
