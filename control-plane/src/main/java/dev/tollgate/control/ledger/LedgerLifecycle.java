package dev.tollgate.control.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the ledger with the application and ends it before, and lets time pass for it. */
@ApplicationScoped
class LedgerLifecycle {
    private static final Logger LOG = Logger.getLogger(LedgerLifecycle.class);

    private final StoredLedger ledger;
    private final LedgerMeter meter;
    private final String bootstrapServers;
    private final boolean enabled;
    private volatile boolean failing;
    private @Nullable RequestConsumer consumer;

    LedgerLifecycle(
            StoredLedger ledger,
            LedgerMeter meter,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers,
            @ConfigProperty(name = "tollgate.ledger.enabled") boolean enabled) {
        this.ledger = ledger;
        this.meter = meter;
        this.bootstrapServers = bootstrapServers;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            var started = new RequestConsumer(bootstrapServers, ledger, meter);
            consumer = started;
            started.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        RequestConsumer running = consumer;
        if (running != null) {
            running.close();
        }
    }

    @Scheduled(identity = "ledger-tick", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (!enabled) {
            return;
        }
        try {
            if (!ledger.tick(Instant.now())) {
                meter.standing(null);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("time does not pass in the ledger for now: %s", e.getMessage());
            }
            failing = true;
            meter.standing(null);
        }
    }
}
