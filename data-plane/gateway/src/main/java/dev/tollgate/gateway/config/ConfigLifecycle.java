package dev.tollgate.gateway.config;

import dev.tollgate.gateway.credential.OpenCredentials;
import dev.tollgate.gateway.event.EventLog;
import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.SigningKeys;
import dev.tollgate.model.wire.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts and stops what reads, keeps and reports the configuration. */
@ApplicationScoped
class ConfigLifecycle {
    private static final Logger LOG = Logger.getLogger(ConfigLifecycle.class);

    private final Snapshots snapshots;
    private final Freshness freshness;
    private final GatewayBoot boot;
    private final EventLog events;
    private final ConfigMetrics metrics;
    private final OpenCredentials credentials;
    private final PersonConnections connections;
    private final TokenTenants counting;
    private final String bootstrapServers;
    private final HeadCheck check;
    private final Path directory;
    private @Nullable ConfigConsumer consumer;
    private @Nullable StatusReporter reporter;
    private @Nullable SnapshotWriter writer;
    private @Nullable ConnectionsWriter connectionsWriter;

    ConfigLifecycle(
            Snapshots snapshots,
            Freshness freshness,
            GatewayBoot boot,
            EventLog events,
            ConfigMetrics metrics,
            OpenCredentials credentials,
            PersonConnections connections,
            TokenTenants counting,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers,
            @ConfigProperty(name = "tollgate.data-dir") Path dataDirectory,
            @ConfigProperty(name = "tollgate.signing.public-keys") Optional<List<String>> publicKeys) {
        this.snapshots = snapshots;
        this.freshness = freshness;
        this.boot = boot;
        this.events = events;
        this.metrics = metrics;
        this.credentials = credentials;
        this.connections = connections;
        this.counting = counting;
        this.bootstrapServers = bootstrapServers;
        this.check = new HeadCheck(boot.region(), SigningKeys.publicKeys(publicKeys.orElse(List.of())));
        this.directory = dataDirectory.resolve("snapshots");
    }

    void start(@Observes StartupEvent event) {
        StatusReporter status = new StatusReporter(bootstrapServers, boot, this::heartbeat);
        SnapshotWriter disk = newWriter();
        if (!check.isMade()) {
            LOG.warn("tollgate.signing.public-keys is not set: configuration is served unsigned");
        }
        ConnectionsWriter connectionsDisk = new ConnectionsWriter(directory, connections);
        ConfigIntake intake = new ConfigIntake(snapshots, new Observer(status, disk, connectionsDisk), check);
        restoreConnections();
        restore(intake, status);
        AbreastMark mark = new AbreastMark(directory, InstantSource.system());
        mark.ageMillis().ifPresent(freshness::restored);
        freshness.whenAbreast(mark::make);
        ConfigConsumer topic = new ConfigConsumer(bootstrapServers, Topics.config(boot.region()), intake, freshness);
        reporter = status;
        writer = disk;
        connectionsWriter = connectionsDisk;
        consumer = topic;
        Thread.ofPlatform().name("tollgate-config").daemon().start(topic);
        Thread.ofPlatform().name("tollgate-status").daemon().start(status);
    }

    private SnapshotWriter newWriter() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for snapshots cannot be made", e);
        }
        return new SnapshotWriter(directory);
    }

    private void restore(ConfigIntake intake, StatusReporter status) {
        for (Path file : files(SnapshotFile.SUFFIX)) {
            try {
                SnapshotFile copy = SnapshotFile.read(file);
                Optional<String> refused = intake.restore(copy.head(), copy.values());
                if (refused.isEmpty()) {
                    status.applied(copy.head());
                } else {
                    LOG.warnf(
                            "snapshot %s is refused, and the topic read instead: %s",
                            file.getFileName(), refused.get());
                }
            } catch (IOException e) {
                LOG.warnf("snapshot %s cannot be read (%s); the topic is read instead", file.getFileName(), e);
            }
        }
        LOG.infof("%d tenants' snapshots were read from disk", snapshots.size());
    }

    private void restoreConnections() {
        for (Path file : files(ConnectionsFile.SUFFIX)) {
            try {
                ConnectionsFile.read(file).forEach((key, value) -> connections.take(ConfigKey.parse(key), value));
            } catch (IOException | IllegalArgumentException e) {
                LOG.warnf("connections in %s cannot be read (%s); the topic is read instead", file.getFileName(), e);
            }
        }
    }

    private List<Path> files(String suffix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of snapshots cannot be read", e);
        }
    }

    private GatewayHeartbeat heartbeat() {
        return new GatewayHeartbeat(
                boot.gateway(),
                boot.region(),
                boot.boot(),
                boot.startedAt(),
                Instant.now(),
                snapshots.size() > 0 || freshness.regionRead(),
                snapshots.size(),
                freshness.ageMillis(),
                events.unacknowledged());
    }

    void stop(@Observes ShutdownEvent event) {
        if (consumer != null) {
            consumer.close();
        }
        if (reporter != null) {
            reporter.close();
        }
        if (writer != null) {
            writer.close();
        }
        if (connectionsWriter != null) {
            connectionsWriter.close();
        }
    }

    private final class Observer implements ConfigObserver {
        private final StatusReporter status;
        private final SnapshotWriter disk;
        private final ConnectionsWriter connectionsDisk;

        Observer(StatusReporter status, SnapshotWriter disk, ConnectionsWriter connectionsDisk) {
            this.status = status;
            this.disk = disk;
            this.connectionsDisk = connectionsDisk;
        }

        @Override
        public void applied(ConfigHead head, Map<String, StagedRecord> records, long nanos) {
            metrics.applied(nanos);
            status.applied(head);
            disk.write(head, records);
        }

        @Override
        public void taking(TenantSnapshot next) {
            credentials.take(next.tenant(), next.catalog().servers().values());
            if (connections.keep(next.tenant(), next.catalog().servers().keySet())) {
                connectionsDisk.changed(next.tenant());
            }
            if (next.countsTokens()) {
                counting.coming(next);
            }
        }

        @Override
        public void connection(ConfigKey key, byte[] value) {
            PersonConnections.Taken taken = connections.take(key, value);
            switch (taken) {
                case TAKEN -> connectionsDisk.changed(key.tenant());
                case KNOWN -> {}
                case CLOSED -> LOG.warnf("a connection of tenant %s cannot be opened and is left out", key.tenant());
                case UNREADABLE -> unreadable();
                case ONE_TOO_MANY ->
                    LOG.warnf(
                            "a connection of tenant %s would be one more than the %d that a gateway takes",
                            key.tenant(), PersonConnections.COUNT_MAX);
            }
        }

        @Override
        public void left(TenantId tenant) {
            credentials.forget(tenant);
            connections.forget(tenant);
            connectionsDisk.changed(tenant);
        }

        @Override
        public void brokenCondition(TenantId tenant, ConditionFault fault) {
            metrics.brokenCondition();
            LOG.warnf(
                    "a condition of tenant %s does not compile and never holds: fault in line %d, column %d",
                    tenant, fault.line(), fault.column());
        }

        @Override
        public void repeated(ConfigHead head) {
            status.applied(head);
        }

        @Override
        public void rejected(ConfigHead head, String reason) {
            LOG.warnf("revision %d of tenant %s is rejected: %s", head.revision(), head.tenant(), reason);
            TenantSnapshot served = snapshots.ofTenant(head.tenant());
            status.rejected(served == null ? null : served.head(), head, reason);
        }

        @Override
        public void unreadable() {
            LOG.warn(
                    "a record of the configuration topic has no readable key or is an unreadable head; it is passed over");
        }
    }
}
