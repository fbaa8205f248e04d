package dev.tollgate.control.catalog;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.MalformedRecord;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads gateways' reports, on a thread of its own. An offset is committed after the transaction that applied the report:
 * a crash between them applies it again, which changes nothing.
 */
@ApplicationScoped
class CatalogConsumer {
    private static final Logger LOG = Logger.getLogger(CatalogConsumer.class);
    private static final String GROUP = "tollgate-control-catalog";
    private static final Duration POLL_MAX = Duration.ofSeconds(1);
    private static final long RETRY_MILLIS = 2_000;
    /** Few, because each may take a transaction over thousands of tools. */
    private static final int POLL_RECORDS_MAX = 10;

    private final CatalogReports reports;
    private final TenantScope scope;
    private final Optional<String> bootstrapServers;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    CatalogConsumer(
            CatalogReports reports,
            TenantScope scope,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") Optional<String> bootstrapServers) {
        this.reports = reports;
        this.scope = scope;
        this.bootstrapServers = bootstrapServers.filter(text -> !text.isBlank());
    }

    void start(@Observes StartupEvent event) {
        if (bootstrapServers.isPresent()) {
            thread = Thread.ofPlatform().name("catalog-consumer").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(RETRY_MILLIS);
        }
    }

    private void run() {
        while (!stopped) {
            try (KafkaConsumer<String, byte[]> consumer = open()) {
                consumer.subscribe(List.of(Topics.CATALOG));
                while (!stopped) {
                    applyAll(consumer, consumer.poll(POLL_MAX));
                }
            } catch (RuntimeException e) {
                if (!stopped) {
                    LOG.warn("reading the catalog stopped and is tried again", e);
                    pause();
                }
            }
        }
    }

    private void applyAll(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        records.forEach(this::apply);
        if (!records.isEmpty()) {
            consumer.commitSync();
        }
    }

    private void apply(ConsumerRecord<String, byte[]> entry) {
        if (entry.value() == null) {
            return;
        }
        try {
            CatalogReport report = WireJson.decode(entry.value(), CatalogReport.class);
            scope.run(report.tenant(), () -> reports.apply(report));
        } catch (MalformedRecord e) {
            LOG.warnf("catalog record passed over: partition %d, offset %d", entry.partition(), entry.offset());
        }
    }

    private KafkaConsumer<String, byte[]> open() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers.orElseThrow(),
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                POLL_RECORDS_MAX);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
