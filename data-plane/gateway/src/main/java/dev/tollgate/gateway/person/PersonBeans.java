package dev.tollgate.gateway.person;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.seal.Seal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** People's connections as a bean, and how many there are. */
@Singleton
final class PersonBeans {
    @Produces
    @Singleton
    PersonConnections connections(
            Seal seal, MeterRegistry metrics, @ConfigProperty(name = "tollgate.region") String region) {
        PersonConnections connections = new PersonConnections(seal, new Region(region));
        Gauge.builder("tollgate.connections.known", connections, PersonConnections::count)
                .description("People's connections to servers that are known, ended ones included, of at most "
                        + PersonConnections.COUNT_MAX)
                .register(metrics);
        for (PersonConnections.Taken taken : PersonConnections.Taken.values()) {
            FunctionCounter.builder("tollgate.connections.records", connections, all -> all.records(taken))
                    .description("Records of people's connections, by what became of them")
                    .tag("outcome", taken.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(metrics);
        }
        return connections;
    }
}
