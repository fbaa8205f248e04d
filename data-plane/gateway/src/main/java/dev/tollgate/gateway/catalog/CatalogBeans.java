package dev.tollgate.gateway.catalog;

import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.gateway.upstream.Upstreams;
import dev.tollgate.gateway.upstream.wiring.ChallengeRelay;
import dev.tollgate.gateway.upstream.wiring.ToolsChangedRelay;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts what looks at upstreams, and what lets go of those that are not wanted any more. */
@Singleton
final class CatalogBeans {
    private static final long SWEEP_MILLIS = 5_000;
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final HealthBook health;
    private final ServerDirectory directory;
    private final PersonConnections people;
    private final CatalogTopic reports;
    private final SyncConsumer consumer;
    private final Thread consuming;

    CatalogBeans(
            Vertx vertx,
            Upstreams upstreams,
            HealthBook health,
            ToolsChangedRelay toolsChanged,
            ChallengeRelay challenges,
            MeterRegistry metrics,
            ServerDirectory directory,
            PersonConnections people,
            GatewayBoot boot,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.health = health;
        this.directory = directory;
        this.people = people;
        reports = new CatalogTopic(bootstrapServers, boot.gateway() + "-catalog");
        CatalogWatch watch =
                new CatalogWatch((VertxInternal) vertx, upstreams, directory, people::look, reports, boot.gateway());
        toolsChanged.to(watch::toolsChanged);
        challenges.to(new ChallengeReports(
                reports,
                boot.gateway(),
                InstantSource.system(),
                () -> metrics.counter("tollgate.bounds.hit", "bound", "challenges")
                        .increment())::tell);
        consumer = new SyncConsumer(
                Topics.sync(boot.region()),
                new SyncConsumers(bootstrapServers, boot.region(), boot.gateway() + "-sync"),
                watch::look);
        consuming = Thread.ofPlatform().daemon().name("catalog-sync").unstarted(consumer);
    }

    void start(@Observes StartupEvent event) {
        consuming.start();
        vertx.setPeriodic(SWEEP_MILLIS, timer -> {
            upstreams.closeUnless(this::isWanted);
            health.forgetUnless(this::isWanted);
        });
    }

    /** Whether a server is still configured as it was when something was opened to it. */
    private boolean isWanted(ServerConfig open) {
        return directory.revision(open.tenant()) == 0
                || directory
                        .server(open.tenant(), open.id())
                        .filter(now -> now.enabled() && now.isReachedAs(open.byNobody()) && isConnected(open))
                        .isPresent();
    }

    /** A person's connection is let go of when it has ended, or is another. */
    private boolean isConnected(ServerConfig open) {
        PersonalAccess.By by = open.by();
        return by == null || people.isOpen(open, by);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        consumer.close();
        consuming.join(CLOSE);
        reports.close();
    }
}
