package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Somebody who may write to Kafka, and has everything but the key that configuration is signed with. */
@EndToEnd
@Isolated("writes what only the control plane may")
@DisplayName("Configuration that the control plane did not sign")
class ForgedConfigurationIT {
    private static final String ECHO = "demo__echo";
    private static final String TOPIC = Topics.config(Tollgate.HOME);

    private final Tollgate tollgate;

    ForgedConfigurationIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @Test
    @DisplayName("brings no revoked key back and takes no tenant away, is reported with its reason, and is mended")
    void forged() throws Exception {
        Company company = Company.founded(tollgate, "forged");
        Workshop workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("demo"));
        Agent good = workshop.agent(workshop.key("good", ECHO), ECHO);
        var key = workshop.key("revoked", ECHO);
        Agent revoked = workshop.agent(key, ECHO);
        var now = company.api().read("/api/v1/keys/" + key.key().id(), VirtualKey.class);
        company.api()
                .expect(
                        Request.post("/api/v1/keys/" + now.id() + "/revoke", new RevokeKey("lost"))
                                .ifMatch(now.version()),
                        200);
        Eventually.passes(
                "the key is revoked", () -> assertThat(status(revoked)).isEqualTo(401));

        forge(new TenantId(company.tenant().id()), key.key().id());

        Eventually.passes(
                "the gateway says why it refuses",
                () -> assertThat(rejection(company))
                        .isIn(
                                "its head is not signed",
                                "it is not on the topic any more, and no head says that the tenant left"));
        assertThat(status(revoked)).isEqualTo(401);
        assertThat(status(good)).isEqualTo(200);
        Eventually.passes(
                "the control plane has mended the topic",
                () -> assertThat(rejection(company)).isEmpty());
        company.environment("later");
        Agent later = workshop.agent(workshop.key("later", ECHO), ECHO);
        assertThat(status(later)).isEqualTo(200);
        assertThat(status(revoked)).isEqualTo(401);
    }

    private static int status(Agent agent) {
        return agent.call(ECHO, Map.of("message", "hello")).status();
    }

    private static String rejection(Company company) {
        JsonNode gateways = company.api().read("/api/v1/gateways", JsonNode.class);
        return gateways.required("items").required(0).path("rejection").asText();
    }

    /** The tenant's own records with the key as it was before, a head that fits them, and in the end no head at all. */
    private void forge(TenantId tenant, String keyId) {
        Map<String, byte[]> records = read(tenant);
        String record = tenant + "/key/" + keyId;
        String text = new String(records.get(record), StandardCharsets.UTF_8);
        assertThat(text).contains("\"revoked\":true");
        byte[] forged = text.replace("\"revoked\":true", "\"revoked\":false").getBytes(StandardCharsets.UTF_8);
        records.put(record, forged);
        byte[] last =
                Objects.requireNonNull(records.remove(ConfigKey.head(tenant).toString()));
        ConfigHead head = ConfigCodec.decodeHead(ConfigKey.head(tenant), last);
        Map<String, String> hashes = new TreeMap<>();
        records.forEach((name, value) -> hashes.put(ConfigKey.parse(name).withinTenant(), ConfigDigest.ofValue(value)));
        ConfigHead fitting = new ConfigHead(
                tenant, head.revision() + 1, ConfigDigest.of(hashes), hashes.size(), head.committedAt(), head.epoch());
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer())) {
            send(producer, tenant, record, forged);
            send(producer, tenant, ConfigKey.head(tenant).toString(), ConfigCodec.encode(fitting));
            send(producer, tenant, ConfigKey.head(tenant).toString(), null);
        }
    }

    private static void send(
            KafkaProducer<String, byte[]> producer, TenantId tenant, String key, byte @Nullable [] value) {
        int partition = Partitions.of(tenant, Topics.TENANT_PARTITIONS);
        producer.send(new ProducerRecord<>(TOPIC, partition, key, value));
    }

    private Map<String, byte[]> read(TenantId tenant) {
        var partition = new TopicPartition(TOPIC, Partitions.of(tenant, Topics.TENANT_PARTITIONS));
        Map<String, byte[]> records = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> {
                    if (each.key().startsWith(tenant + "/")) {
                        records.put(each.key(), each.value());
                    }
                });
            }
        }
        records.values().removeIf(value -> value == null);
        return records;
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", tollgate.config("tollgate.kafka.bootstrap-servers"));
    }
}
