package dev.tollgate.gateway.config;

import dev.tollgate.gateway.catalog.ServerDirectory;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The plain objects of this package as beans. */
class ConfigBeans {
    @Produces
    @Singleton
    Snapshots snapshots() {
        return new Snapshots();
    }

    @Produces
    @Singleton
    Freshness freshness() {
        return new Freshness(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    @Produces
    @Singleton
    ServerDirectory serverDirectory(Snapshots snapshots) {
        return new ServerDirectory() {
            @Override
            public long revision(TenantId tenant) {
                TenantSnapshot snapshot = snapshots.ofTenant(tenant);
                return snapshot == null ? 0 : snapshot.revision();
            }

            @Override
            public Optional<ServerConfig> server(TenantId tenant, ServerId server) {
                TenantSnapshot snapshot = snapshots.ofTenant(tenant);
                return snapshot == null
                        ? Optional.empty()
                        : Optional.ofNullable(snapshot.catalog().servers().get(server));
            }
        };
    }
}
