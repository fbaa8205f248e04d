package dev.tollgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.credential.OpenCredentials;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.event.EventLog;
import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.gateway.fixture.RealKafka;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.seal.Seal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two regions' gateways on a real Kafka, asked at every moment of a move whether they would serve the tenant. */
class RegionMoveTest {
    private static final Region OLD = RealKafka.REGION;
    private static final Region NEW = new Region("elsewhere");

    @Test
    void atEveryMomentOfAMoveExactlyOneRegionServes(
            @TempDir Path kafkaFolder, @TempDir Path oldData, @TempDir Path newData) throws Exception {
        try (RealKafka kafka = new RealKafka(kafkaFolder)) {
            // given a tenant of one region
            kafka.addRegion(NEW);
            TestTenant tenant = new TestTenant();
            tenant.key("*");
            publish(kafka, tenant, OLD, null, null);
            Gateway from = new Gateway(kafka, OLD, oldData);
            Gateway to = new Gateway(kafka, NEW, newData);
            await(() -> from.serves(tenant, Instant.now()));
            Samples samples = new Samples(tenant, from, to);
            Thread sampler = Thread.ofPlatform().start(samples);

            // when the new region is given everything, and both are told a moment, as the control plane does
            publish(kafka, tenant, NEW, Instant.parse("9999-12-31T00:00:00Z"), null);
            await(() -> to.snapshots.ofTenant(tenant.id) != null);
            Instant at = Instant.now().plusSeconds(3);
            publish(kafka, tenant, OLD, null, at);
            publish(kafka, tenant, NEW, at, null);
            // and when it has passed, the old one is left
            await(() -> Instant.now().isAfter(at.plusSeconds(1)));
            publish(kafka, tenant, NEW, null, null);
            tenant.records().keySet().forEach(key -> kafka.send(OLD, tenant.id, key, null));
            kafka.head(OLD, tenant, tenant.leave());
            await(() -> from.snapshots.size() == 0);
            samples.stop();
            sampler.join();

            // then
            assertThat(samples.notOne).isZero();
            assertThat(samples.byOld).isPositive();
            assertThat(samples.byNew).isPositive();
            assertThat(to.serves(tenant, Instant.now())).isTrue();
            from.stop();
            to.stop();
        }
    }

    private static void publish(
            RealKafka kafka, TestTenant tenant, Region region, @Nullable Instant from, @Nullable Instant until) {
        tenant.put(new TenantConfig(tenant.id, new Slug("acme"), "Acme", region, null, from, until));
        tenant.records().forEach((key, value) -> kafka.send(region, tenant.id, key, value));
        kafka.head(region, tenant, tenant.commit());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_200 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** Asks both for the same moment, about a thousand times a second. */
    private static final class Samples implements Runnable {
        private final TestTenant tenant;
        private final Gateway from;
        private final Gateway to;
        private volatile boolean stopped;
        private volatile int byOld;
        private volatile int byNew;
        private volatile int notOne;

        Samples(TestTenant tenant, Gateway from, Gateway to) {
            this.tenant = tenant;
            this.from = from;
            this.to = to;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
        public void run() {
            while (!stopped) {
                Instant now = Instant.now();
                boolean old = from.serves(tenant, now);
                boolean other = to.serves(tenant, now);
                byOld += old ? 1 : 0;
                byNew += other ? 1 : 0;
                notOne += old == other ? 1 : 0;
                LockSupport.parkNanos(1_000_000);
            }
        }

        void stop() {
            stopped = true;
        }
    }

    private static final class Gateway {
        private final Snapshots snapshots = new Snapshots();
        private final Freshness freshness = new Freshness(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        private final Serving serving = new Serving(freshness);
        private final ConfigLifecycle lifecycle;

        Gateway(RealKafka kafka, Region region, Path dataFolder) {
            GatewayBoot boot =
                    new GatewayBoot(new GatewayId("gateway-" + region), region, UUID.randomUUID(), Instant.now());
            lifecycle = new ConfigLifecycle(
                    snapshots,
                    freshness,
                    boot,
                    new NoEvents(),
                    new CountedConfig(),
                    new OpenCredentials(Seal.of(List.of()), region),
                    new PersonConnections(Seal.of(List.of()), region),
                    _ -> {},
                    kafka.bootstrapServers(),
                    dataFolder,
                    Optional.empty());
            lifecycle.start(new StartupEvent());
        }

        boolean serves(TestTenant tenant, Instant now) {
            TenantSnapshot snapshot = snapshots.ofTenant(tenant.id);
            return snapshot != null && serving.refusal(snapshot, now) == null;
        }

        void stop() {
            lifecycle.stop(new ShutdownEvent());
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
