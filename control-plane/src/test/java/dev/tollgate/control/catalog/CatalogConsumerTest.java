package dev.tollgate.control.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.testing.Engine;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.UpstreamChallenge;
import dev.tollgate.model.wire.WireJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real Kafka. */
class CatalogConsumerTest {
    private static final Logger ROOT = Logger.getLogger("");

    @Test
    void a_consumer_that_is_closed_in_its_wait_takes_its_leave_without_an_error(@TempDir Path folder) throws Exception {
        try (Engine kafka = Engine.kafka(folder)) {
            String brokers = kafka.config().getOrDefault("tollgate.kafka.bootstrap-servers", "");
            CatalogReport report = report();
            UpstreamChallenge challenge = new UpstreamChallenge(
                    report.tenant(), report.server(), null, 3, report.gateway(), report.at(), List.of("crm.write"));
            send(brokers, report.key(), report);
            send(brokers, challenge.key(), challenge);
            var applied = new CountDownLatch(2);
            List<CatalogReport> seen = new CopyOnWriteArrayList<>();
            List<UpstreamChallenge> heard = new CopyOnWriteArrayList<>();
            var consumer = new CatalogConsumer(
                    brokers,
                    read -> {
                        seen.add(read);
                        applied.countDown();
                    },
                    read -> {
                        heard.add(read);
                        applied.countDown();
                    });
            consumer.start();
            assertThat(applied.await(60, TimeUnit.SECONDS)).as("both were read").isTrue();

            List<String> errors = errorsWhile(consumer::close);

            assertThat(seen).containsExactly(report);
            assertThat(heard).containsExactly(challenge);
            assertThat(errors).isEmpty();
            assertThat(consumer.isRunning()).isFalse();
        }
    }

    private static List<String> errorsWhile(Runnable work) {
        List<String> errors = new CopyOnWriteArrayList<>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    errors.add(entry.getLoggerName() + ": " + entry.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        ROOT.addHandler(handler);
        try {
            work.run();
        } finally {
            ROOT.removeHandler(handler);
        }
        return new ArrayList<>(errors);
    }

    private static void send(String brokers, String key, Object value) throws Exception {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CATALOG, key, WireJson.encode(value)))
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private static CatalogReport report() {
        return new CatalogReport(
                new TenantId(new UUID(1, 1)),
                new ServerId(new UUID(2, 2)),
                new GatewayId("gateway-1"),
                Instant.EPOCH,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
