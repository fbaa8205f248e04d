package dev.tollgate.control.ingest;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.grant.ClientUses;
import dev.tollgate.control.key.KeyUses;
import dev.tollgate.control.ledger.LedgerCharges;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Starts ingest with the application and ends it before. */
@ApplicationScoped
class IngestLifecycle {
    private final ClickHouse clickHouse;
    private final AgroalDataSource dataSource;
    private final KeyUses keyUses;
    private final ClientUses clientUses;
    private final LedgerCharges charges;
    private final IngestMeter meter;
    private final String bootstrapServers;
    private final boolean enabled;
    private @Nullable Ingest ingest;

    IngestLifecycle(
            ClickHouse clickHouse,
            AgroalDataSource dataSource,
            KeyUses keyUses,
            ClientUses clientUses,
            LedgerCharges charges,
            IngestMeter meter,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers,
            @ConfigProperty(name = "tollgate.ingest.enabled") boolean enabled) {
        this.clickHouse = clickHouse;
        this.dataSource = dataSource;
        this.keyUses = keyUses;
        this.clientUses = clientUses;
        this.charges = charges;
        this.meter = meter;
        this.bootstrapServers = bootstrapServers;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            var started = new Ingest(
                    new AdvisoryLock(dataSource),
                    () -> KafkaEventLog.open(bootstrapServers),
                    new ClickHouseCallStore(clickHouse, InstantSource.system()),
                    new EventCharges(charges::take),
                    new LastUses(keyUses::note, clientUses::note),
                    meter,
                    InstantSource.system());
            ingest = started;
            started.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        Ingest running = ingest;
        if (running != null) {
            running.close();
        }
    }
}
