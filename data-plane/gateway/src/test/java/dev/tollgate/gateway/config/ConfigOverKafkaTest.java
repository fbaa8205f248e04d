package dev.tollgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.credential.OpenCredentials;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.event.EventLog;
import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.gateway.fixture.RealKafka;
import dev.tollgate.gateway.fixture.TestConnection;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.gateway.person.Way;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.HeadSignature;
import dev.tollgate.model.wire.TenantApplied;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package as a whole, on a real Kafka that comes and goes. */
class ConfigOverKafkaTest {
    private static final Seal SEAL = Seal.of(List.of());
    private static final URI URL = URI.create("http://127.0.0.1:1/mcp");

    @Test
    void servesThroughRevocationOutageAndRestart(@TempDir Path kafkaFolder, @TempDir Path dataFolder) throws Exception {
        try (RealKafka kafka = new RealKafka(kafkaFolder)) {
            // given a tenant that was published before the gateway starts
            TestTenant tenant = new TestTenant();
            IssuedKey key = tenant.key("*");
            IssuedKey other = tenant.key("*");
            tenant.tool(tenant.server("crm", URL), "find");
            kafka.publish(tenant);
            Gateway gateway = new Gateway(kafka, dataFolder);
            // then it is served, kept on disk and reported
            await(() -> gateway.revision(tenant) == 1);
            await(() -> Files.exists(SnapshotFile.path(dataFolder.resolve("snapshots"), tenant.id)));
            await(gateway.freshness::regionRead);
            Status status = new Status(kafka);
            await(() -> status.appliedRevision(tenant) == 1 && status.heartbeatOf(gateway) != null);
            await(() -> gateway.freshness.ageMillis() < 2_000);

            // when a key is revoked while the gateway runs
            tenant.revoke(key);
            kafka.publish(tenant);
            // then it is revoked here
            await(() -> gateway.revision(tenant) == 2);
            assertThat(gateway.isRevoked(key)).isTrue();
            assertThat(gateway.isRevoked(other)).isFalse();
            await(() -> gateway.counted.applied.get() == 2);

            // when a revision is broken
            kafka.send(tenant.id, ConfigKey.of(other.config()).toString(), null);
            kafka.close(tenant);
            // then the last good one serves and the reason is reported
            await(() -> status.rejection(tenant) != null);
            assertThat(status.rejection(tenant)).contains("resources");
            assertThat(gateway.revision(tenant)).isEqualTo(2);
            assertThat(gateway.isRevoked(other)).isFalse();

            // when Kafka is lost and the gateway restarts
            gateway.stop();
            kafka.stop();
            Gateway restarted = new Gateway(kafka, dataFolder);
            // then it serves from its disk
            assertThat(restarted.revision(tenant)).isEqualTo(2);
            assertThat(restarted.isRevoked(key)).isTrue();
            assertThat(restarted.freshness.regionRead()).isFalse();
            assertThat(restarted.counted.applied).hasValue(0);

            // when Kafka comes back with a good revision
            kafka.startAgain();
            kafka.publish(tenant);
            // then the gateway follows, and says so
            await(() -> restarted.revision(tenant) == 4);
            await(() -> status.appliedRevision(tenant) == 4 && status.rejection(tenant) == null);
            restarted.stop();
            status.close();
        }
    }

    /** Whoever can write to the topic and has no key: nothing of it counts, and each attempt is reported. */
    @Test
    void forgedTakenBackAndOldHeadsChangeNothing(@TempDir Path kafkaFolder, @TempDir Path dataFolder) throws Exception {
        try (RealKafka kafka = new RealKafka(kafkaFolder)) {
            // given a gateway that believes one key, and a revoked key of a tenant
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            UnaryOperator<ConfigHead> sign =
                    head -> HeadSignature.sign(head, RealKafka.REGION, "k1", pair.getPrivate());
            String publicKey =
                    "k1=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            TestTenant tenant = new TestTenant();
            IssuedKey key = tenant.key("*");
            Map<String, byte[]> old = tenant.records();
            ConfigHead oldHead = sign.apply(tenant.commit());
            tenant.revoke(key);
            ConfigHead head = sign.apply(tenant.commit());
            kafka.publish(tenant, head);
            Gateway gateway = new Gateway(kafka, dataFolder, publicKey);
            Status status = new Status(kafka);
            await(() -> gateway.revision(tenant) == 2);

            // when what was signed before is sent again
            old.forEach((record, value) -> kafka.send(tenant.id, record, value));
            kafka.head(tenant, oldHead);
            // then it is refused with its reason
            await(() -> "revision 2 of epoch 0 is here already, which is later than epoch 0"
                    .equals(status.rejection(tenant)));

            // when records are forged
            kafka.publish(tenant, tenant.commit());
            // then they are refused with their reason
            await(() -> "its head is not signed".equals(status.rejection(tenant)));

            // when everything is taken back
            old.keySet().forEach(record -> kafka.send(tenant.id, record, null));
            kafka.send(tenant.id, tenant.headKey(), null);
            // then the tenant stays, also for a gateway that starts on what is left of the topic
            await(() -> "it is not on the topic any more, and no head says that the tenant left"
                    .equals(status.rejection(tenant)));
            assertThat(gateway.revision(tenant)).isEqualTo(2);
            gateway.stop();
            Gateway restarted = new Gateway(kafka, dataFolder, publicKey);
            await(restarted.freshness::regionRead);
            assertThat(restarted.revision(tenant)).isEqualTo(2);
            assertThat(restarted.isRevoked(key)).isTrue();

            // when the control plane repeats what is true, as it does when it hears of a rejection
            kafka.publish(tenant, head);
            // then nothing is wrong any more
            await(() -> status.appliedRevision(tenant) == 2 && status.rejection(tenant) == null);

            // and when it goes on
            kafka.publish(tenant, sign.apply(tenant.commit()));
            // then so does the gateway
            await(() -> restarted.revision(tenant) == 4);
            restarted.stop();
            status.close();
        }
    }

    /** It belongs to no revision; what is said of it is kept on disk, and ends by a word of its own alone. */
    @Test
    void aPersonsConnectionIsServedBesideRevisions(@TempDir Path kafkaFolder, @TempDir Path dataFolder)
            throws Exception {
        try (RealKafka kafka = new RealKafka(kafkaFolder)) {
            // given a person who is connected to a server
            TestTenant tenant = new TestTenant();
            ServerConfig server = tenant.server("crm", URL).with(new PersonalAccess(null));
            tenant.put(server);
            kafka.publish(tenant);
            UUID person = UUID.randomUUID();
            TestConnection connection = new TestConnection(SEAL, server, person).connected("Bearer plum", "editor");
            PersonConnection first = connection.next();
            String key = ConfigKey.of(first).toString();
            kafka.send(tenant.id, key, ConfigCodec.encode(first));
            Gateway gateway = new Gateway(kafka, dataFolder);
            await(() -> gateway.reaches(server, person));
            assertThat(gateway.revision(tenant)).isEqualTo(1);

            // when whoever can write to the topic takes it back, and Kafka is lost before a restart
            kafka.send(tenant.id, key, null);
            kafka.publish(tenant);
            await(() -> gateway.revision(tenant) == 2);
            assertThat(gateway.reaches(server, person)).isTrue();
            gateway.stop();
            kafka.stop();
            Gateway restarted = new Gateway(kafka, dataFolder);
            // then it serves from the disk
            assertThat(restarted.reaches(server, person)).isTrue();

            // when the person disconnects, and the old record is sent again
            kafka.startAgain();
            kafka.send(
                    tenant.id, key, ConfigCodec.encode(connection.disconnected().next()));
            await(() -> !restarted.reaches(server, person));
            kafka.send(tenant.id, key, ConfigCodec.encode(first));
            kafka.publish(tenant);
            // then it stays ended
            await(() -> restarted.revision(tenant) == 3);
            assertThat(restarted.reaches(server, person)).isFalse();
            assertThat(restarted.people.count()).isEqualTo(1);

            // when the server is no more
            tenant.remove(server);
            kafka.send(tenant.id, ConfigKey.of(server).toString(), null);
            kafka.publish(tenant);
            // then nothing is known of it
            await(() -> restarted.people.count() == 0);
            restarted.stop();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_200 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static final class Gateway {
        private final Snapshots snapshots = new Snapshots();
        private final Freshness freshness = new Freshness(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        private final GatewayBoot boot =
                new GatewayBoot(new GatewayId("gateway-test"), RealKafka.REGION, UUID.randomUUID(), Instant.now());
        private final CountedConfig counted = new CountedConfig();
        private final PersonConnections people = new PersonConnections(SEAL, RealKafka.REGION);
        private final ConfigLifecycle lifecycle;

        Gateway(RealKafka kafka, Path dataFolder, String... publicKeys) {
            lifecycle = new ConfigLifecycle(
                    snapshots,
                    freshness,
                    boot,
                    new NoEvents(),
                    counted,
                    new OpenCredentials(Seal.of(List.of()), RealKafka.REGION),
                    people,
                    _ -> {},
                    kafka.bootstrapServers(),
                    dataFolder,
                    Optional.of(List.of(publicKeys)));
            lifecycle.start(new StartupEvent());
        }

        boolean reaches(ServerConfig server, UUID person) {
            return people.way(server, person, "editor") instanceof Way.Open;
        }

        long revision(TestTenant tenant) {
            TenantSnapshot snapshot = snapshots.ofTenant(tenant.id);
            return snapshot == null ? 0 : snapshot.revision();
        }

        boolean isRevoked(IssuedKey key) {
            TenantSnapshot snapshot =
                    Objects.requireNonNull(snapshots.ofKey(key.config().id()));
            return Objects.requireNonNull(snapshot.key(key.config().id())).revoked();
        }

        void stop() {
            lifecycle.stop(new ShutdownEvent());
        }
    }

    private static final class Status implements AutoCloseable {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<String, byte[]> last = new HashMap<>();

        Status(RealKafka kafka) {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
            consumer.assign(List.of(new TopicPartition(Topics.STATUS, 0)));
        }

        private void read() {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(50))) {
                last.put(new String(each.key(), StandardCharsets.UTF_8), each.value());
            }
        }

        @Nullable
        GatewayHeartbeat heartbeatOf(Gateway gateway) {
            read();
            byte[] value = last.get(gateway.boot.gateway().toString());
            return value == null ? null : WireJson.decode(value, GatewayHeartbeat.class);
        }

        private @Nullable TenantApplied word(TestTenant tenant) {
            read();
            byte[] value = last.get(tenant.id + "/gateway-test");
            return value == null ? null : WireJson.decode(value, TenantApplied.class);
        }

        long appliedRevision(TestTenant tenant) {
            TenantApplied word = word(tenant);
            return word == null ? 0 : word.revision();
        }

        @Nullable
        String rejection(TestTenant tenant) {
            TenantApplied word = word(tenant);
            return word == null ? null : word.rejection();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }

    private static final class NoEvents implements EventLog {
        @Override
        public boolean append(EventDraft draft) {
            return false;
        }

        @Override
        public boolean hasPlenty() {
            return true;
        }

        @Override
        public boolean hasRoom() {
            return false;
        }

        @Override
        public long unacknowledged() {
            return 0;
        }
    }
}
