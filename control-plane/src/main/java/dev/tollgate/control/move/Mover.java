package dev.tollgate.control.move;

import dev.tollgate.control.publish.Relocations;
import dev.tollgate.model.id.TenantId;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Looks after the moves that are under way, on each replica; a step is made by the first that finds it due. */
@ApplicationScoped
class Mover {
    private static final Logger LOG = Logger.getLogger(Mover.class);

    private final Relocations relocations;
    private final MoveService service;

    Mover(Relocations relocations, MoveService service) {
        this.relocations = relocations;
        this.service = service;
    }

    @Scheduled(
            identity = "moves",
            every = "1s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            for (TenantId tenant : relocations.unfinished()) {
                service.advance(tenant, Instant.now());
            }
        } catch (RuntimeException e) {
            LOG.warnf("moves of tenants wait and are tried again: %s", e.getMessage());
            LOG.debug("why moves wait", e);
        }
    }
}
