package dev.tollgate.control.catalog;

import dev.tollgate.control.credential.TokenChallenges;
import dev.tollgate.control.identity.TenantScope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the reading of reports with the application and ends it before. */
@ApplicationScoped
class CatalogLifecycle {
    private final CatalogConsumer consumer;

    CatalogLifecycle(
            CatalogReports reports,
            TokenChallenges challenges,
            TenantScope scope,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers) {
        consumer = new CatalogConsumer(
                bootstrapServers,
                report -> scope.run(report.tenant(), () -> reports.apply(report)),
                challenge -> scope.run(challenge.tenant(), () -> challenges.apply(challenge)));
    }

    void start(@Observes StartupEvent event) {
        consumer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.close();
    }
}
