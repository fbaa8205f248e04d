package dev.tollgate.gateway.session;

import dev.tollgate.gateway.event.GatewayBoot;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts what says and reads the region's session words. */
@Singleton
final class SessionBeans {
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final SessionStates states;
    private final SessionTopic topic;
    private final SessionReader reader;
    private final Thread reading;

    SessionBeans(
            GatewayBoot boot,
            MeterRegistry metrics,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers) {
        states = new SessionStates(
                InstantSource.system(),
                () -> metrics.counter("tollgate.bounds.hit", "bound", "session-words")
                        .increment());
        topic = new SessionTopic(bootstrapServers, boot.region(), boot.gateway() + "-session-words");
        reader = new SessionReader(bootstrapServers, boot.region(), boot.gateway() + "-sessions", states);
        reading = Thread.ofPlatform().daemon().name("session-reader").unstarted(reader);
    }

    @Produces
    @Singleton
    SessionStates states() {
        return states;
    }

    @Produces
    @Singleton
    SessionWords words() {
        return topic;
    }

    void start(@Observes StartupEvent event) {
        reading.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        reader.close();
        reading.join(CLOSE);
        topic.close();
    }
}
