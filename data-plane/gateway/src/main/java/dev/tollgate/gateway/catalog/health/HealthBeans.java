package dev.tollgate.gateway.catalog.health;

import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.gateway.upstream.HealthBook;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts and ends the telling. */
@Singleton
final class HealthBeans {
    private final HealthReporter reporter;

    HealthBeans(
            HealthBook book,
            GatewayBoot boot,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers) {
        reporter = new HealthReporter(bootstrapServers, boot.gateway(), boot.boot(), book);
    }

    void start(@Observes StartupEvent event) {
        reporter.start();
    }

    void stop(@Observes ShutdownEvent event) {
        reporter.close();
    }
}
