package dev.tollgate.gateway.event;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the spool and its threads from the gateway's configuration. */
@Singleton
final class EventBeans {
    private final GatewayBoot boot;
    private final SpoolLock lock;
    private final EventSpool spool;
    private final EventRelay relay;

    EventBeans(
            @ConfigProperty(name = "tollgate.gateway.id") String gateway,
            @ConfigProperty(name = "tollgate.region") String region,
            @ConfigProperty(name = "tollgate.data-dir") String dataDirectory,
            @ConfigProperty(name = "tollgate.spool.bytes-max", defaultValue = "1073741824") long bytesMax,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers)
            throws IOException {
        boot = new GatewayBoot(new GatewayId(gateway), new Region(region), UUID.randomUUID(), Instant.now());
        Path directory = Path.of(dataDirectory, "spool");
        lock = SpoolLock.take(directory);
        spool = new EventSpool(directory, boot, SpoolBounds.ofTotal(bytesMax));
        relay = new EventRelay(
                spool, new EventPublisher(spool, new EventProducers(bootstrapServers, gateway + "-events")));
    }

    void start(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("tollgate.spool.events", spool, EventSpool::unacknowledged)
                .description("Events on disk that Kafka has not acknowledged")
                .register(metrics);
        Gauge.builder("tollgate.spool.bytes", spool, EventSpool::bytesOnDisk)
                .description("Disk that the event spool takes")
                .register(metrics);
        FunctionCounter.builder("tollgate.spool.refused", spool, EventSpool::refused)
                .description("Events that could not be recorded: the spool was full or its disk had failed")
                .register(metrics);
        relay.start();
    }

    @Produces
    @Singleton
    GatewayBoot boot() {
        return boot;
    }

    @Produces
    @Singleton
    EventLog log() {
        return spool;
    }

    @Produces
    @Singleton
    EarlierBoots earlierBoots() {
        return spool;
    }

    @PreDestroy
    void stop() throws InterruptedException, IOException {
        relay.close();
        lock.close();
    }
}
