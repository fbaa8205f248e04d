package dev.tollgate.listener;

import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the bounds of connections on whatever the process listens on, once it does. */
@Singleton
class Listening {
    private static final Logger LOG = Logger.getLogger(Listening.class);

    private final OpenConnections open;
    private final QuietConnections quiet;

    Listening(
            ListenerMetrics metrics,
            @ConfigProperty(name = "tollgate.connection.count-max") int countMax,
            @ConfigProperty(name = "tollgate.connection.head-max") Duration headMax,
            @ConfigProperty(name = "tollgate.connection.idle-max") Duration idleMax,
            @ConfigProperty(name = "tollgate.connection.body-max") Duration bodyMax) {
        this.open = new OpenConnections(countMax, metrics::boundHit);
        this.quiet = new QuietConnections(headMax, idleMax, bodyMax, metrics::boundHit);
        metrics.show(open);
    }

    void started(@ObservesAsync HttpServerStart event, Vertx vertx) {
        quiet.start(vertx);
        int listening = new Door(open, quiet).open(vertx).join();
        if (listening == 0) {
            LOG.error("connections are not watched: no listening socket was found");
        }
    }
}
