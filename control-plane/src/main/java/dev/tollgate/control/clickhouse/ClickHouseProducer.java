package dev.tollgate.control.clickhouse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the application's one client from its configuration; it connects when it is first used. */
@ApplicationScoped
class ClickHouseProducer {
    @Produces
    @Singleton
    ClickHouse clickHouse(
            @ConfigProperty(name = "tollgate.clickhouse.url") String url,
            @ConfigProperty(name = "tollgate.clickhouse.username") String username,
            @ConfigProperty(name = "tollgate.clickhouse.password") Optional<String> password,
            @ConfigProperty(name = "tollgate.clickhouse.replicated") boolean replicated,
            @ConfigProperty(name = "tollgate.clickhouse.calls-days") int callsDays,
            @ConfigProperty(name = "tollgate.clickhouse.spend-days") int spendDays) {
        return new ClickHouse(
                ClickHouseSettings.of(url, username, password.orElse(""), replicated, callsDays, spendDays));
    }

    void close(@Disposes ClickHouse clickHouse) {
        clickHouse.close();
    }
}
