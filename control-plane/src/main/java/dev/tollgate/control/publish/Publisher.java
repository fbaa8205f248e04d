package dev.tollgate.control.publish;

import dev.tollgate.model.id.Region;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Sends what stands in the outbox, on a thread of its own. One replica does it at a time; a notification wakes it within
 * a millisecond or so of a commit, and a slow poll finds what a lost notification would leave. It needs neither Kafka
 * nor the database to start: whatever fails is tried again, and the outbox waits.
 */
@ApplicationScoped
class Publisher {
    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private static final int POLL_MILLIS = 1_000;
    private static final int RETRY_MILLIS = 2_000;
    private static final Duration STOP_MAX = Duration.ofSeconds(3);

    private final SystemConnection system;
    private final TopicCheck check;
    private final PeriodicLooks looks;
    private final PublisherState state;
    private final Rejections rejections;
    private final Optional<String> bootstrapServers;
    private final List<Region> regions;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    Publisher(
            SystemConnection system,
            TopicCheck check,
            PeriodicLooks looks,
            PublisherState state,
            Rejections rejections,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") Optional<String> bootstrapServers,
            @ConfigProperty(name = "tollgate.regions") List<String> regions) {
        this.system = system;
        this.check = check;
        this.looks = looks;
        this.state = state;
        this.rejections = rejections;
        this.bootstrapServers = Broker.configured(bootstrapServers);
        this.regions = regions.stream().map(Region::new).toList();
    }

    void start(@Observes StartupEvent event) {
        if (bootstrapServers.isEmpty()) {
            LOG.info("no Kafka is configured: nothing is published");
            return;
        }
        thread = Thread.ofPlatform().name("publisher").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        Thread running = thread;
        // It looks up once a second. Interrupted while it closes its producer, the client would log an error.
        if (running != null && !running.join(STOP_MAX)) {
            running.interrupt();
            running.join(STOP_MAX);
        }
    }

    private void run() {
        while (!isStopping()) {
            try {
                publishWhileLeading(bootstrapServers.orElseThrow());
            } catch (SQLException | RuntimeException e) {
                report(e);
            } catch (InterruptedException e) {
                LOG.debug("publisher interrupted", e);
            }
            pause();
        }
    }

    private void publishWhileLeading(String servers) throws SQLException, InterruptedException {
        try (Connection connection = system.open()) {
            if (!SystemConnection.lead(connection)) {
                state.following();
                return;
            }
            SystemConnection.listen(connection);
            TopicLayout.ensure(servers, regions);
            try (KafkaProducer<String, byte[]> producer = Broker.producer(servers)) {
                LOG.info("publishing");
                publish(connection, new Sender(producer), servers);
            }
        }
    }

    private void publish(Connection connection, Sender sender, String servers)
            throws SQLException, InterruptedException {
        Outbox outbox = new Outbox(connection);
        PGConnection notifications = connection.unwrap(PGConnection.class);
        TopicCheck.Schedule checks = new TopicCheck.Schedule(rejections);
        while (!isStopping()) {
            drain(outbox, sender);
            state.leading();
            if (checks.due()) {
                regions.forEach(region -> check.run(connection, servers, region));
            } else {
                sender.send(looks.due(connection));
                notifications.getNotifications(POLL_MILLIS);
            }
        }
    }

    private void drain(Outbox outbox, Sender sender) throws SQLException, InterruptedException {
        List<OutboxRecord> next = outbox.next();
        while (!next.isEmpty() && !isStopping()) {
            sender.send(next);
            outbox.remove(next);
            next = outbox.next();
        }
    }

    /** Once for each time that it breaks, and not for each attempt. */
    private void report(Exception e) {
        if (!state.failed(e) && !isStopping()) {
            LOG.warnf("publishing stopped and is tried again until it works: %s, because of %s", e, e.getCause());
            LOG.debug("publishing stopped", e);
        }
    }

    private void pause() {
        try {
            boolean _ = stopping.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.debug("publisher interrupted", e);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
