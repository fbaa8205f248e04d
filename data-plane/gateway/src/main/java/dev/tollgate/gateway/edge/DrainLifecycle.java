package dev.tollgate.gateway.edge;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Drains the edge when the process is asked to end, while the HTTP server and all behind it still stand. */
@Singleton
class DrainLifecycle {
    private static final Logger LOG = Logger.getLogger(DrainLifecycle.class);

    private final Drain drain;
    private final McpEndpoint endpoint;
    private final Duration notice;
    private final Duration patience;

    DrainLifecycle(
            Drain drain,
            McpEndpoint endpoint,
            @ConfigProperty(name = "tollgate.drain.notice") Duration notice,
            @ConfigProperty(name = "tollgate.drain.patience-max") Duration patience) {
        this.drain = drain;
        this.endpoint = endpoint;
        this.notice = notice;
        this.patience = patience;
    }

    void leave(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        LOG.infof("leaving: %d calls under way", endpoint.underWay());
        int left = drain.leave(notice, patience, endpoint::underWay);
        if (left > 0) {
            LOG.warnf("left with %d calls under way, which break off", left);
        }
    }
}
