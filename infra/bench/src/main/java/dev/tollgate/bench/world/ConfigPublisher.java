package dev.tollgate.bench.world;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.key.KeySecret;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes a tenant's whole configuration to its region's topic, resources first and the head last, as the control plane does. */
public final class ConfigPublisher implements AutoCloseable {
    private final Region region;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long records;
    private long bytes;

    public ConfigPublisher(String bootstrapServers, Region region) {
        this.region = region;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        5,
                        "batch.size",
                        256 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends the tenant's first revision; {@link #flush()} says whether it arrived. */
    public void publish(MadeTenant tenant) {
        Map<String, String> hashes = new HashMap<>();
        for (ConfigResource resource : tenant.resources()) {
            byte[] value = ConfigCodec.encode(resource);
            ConfigKey key = ConfigKey.of(resource);
            hashes.put(key.withinTenant(), ConfigDigest.ofValue(value));
            send(key, value);
        }
        sendHead(tenant, 1, hashes);
    }

    /** Sends the tenant's second revision, which has all of the first but one key. */
    public void publishWithout(MadeTenant tenant, KeySecret gone) {
        Map<String, String> hashes = new HashMap<>();
        for (ConfigResource resource : tenant.resources()) {
            ConfigKey key = ConfigKey.of(resource);
            if (resource instanceof VirtualKeyConfig config && config.id().equals(gone.keyId())) {
                send(key, null);
            } else {
                hashes.put(key.withinTenant(), ConfigDigest.ofValue(ConfigCodec.encode(resource)));
            }
        }
        sendHead(tenant, 2, hashes);
    }

    private void sendHead(MadeTenant tenant, long revision, Map<String, String> hashes) {
        ConfigHead head = new ConfigHead(tenant.id(), revision, ConfigDigest.of(hashes), hashes.size(), Instant.now());
        send(ConfigKey.head(tenant.id()), ConfigCodec.encode(head));
    }

    private void send(ConfigKey key, byte @Nullable [] value) {
        int partition = Partitions.of(key.tenant(), Topics.TENANT_PARTITIONS);
        byte[] keyBytes = key.toString().getBytes(StandardCharsets.UTF_8);
        records++;
        bytes += keyBytes.length + (value == null ? 0 : value.length);
        producer.send(new ProducerRecord<>(Topics.config(region), partition, keyBytes, value), (_, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    /**
     * Waits until everything sent is acknowledged.
     *
     * @throws IOException if something was not
     */
    public void flush() throws IOException {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IOException("configuration was not published", failed);
        }
    }

    public long records() {
        return records;
    }

    /** Keys and values together, as they were sent. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        producer.close();
    }
}
