package dev.tollgate.gateway.quota.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.event.EarlierBoots;
import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.gateway.fixture.RealKafka;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.quota.LeaseKeeper;
import dev.tollgate.gateway.quota.QuotaMetrics;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases over a real broker, with the ledger itself at its other end. */
class QuotaOverKafkaTest {
    private static final int FAST_CALLS = 150;
    private static final Amounts ONE_CALL = new Amounts(1, 0, 0);

    private final TestTenant tenant = new TestTenant();
    private final LimitConfig limit = tenant.limit(QuotaUnit.CALLS, 1_000);
    private final BootEnded earlier = new BootEnded(UUID.randomUUID(), 9);
    private final List<BootEnded> untold = new CopyOnWriteArrayList<>(List.of(earlier));

    @Test
    void whatIsHeldServesWithoutABrokerAndWhatIsNotComesBackWithIt(@TempDir Path folder) throws Exception {
        TestSnapshots snapshots = new TestSnapshots();
        snapshots.publish(tenant);
        GatewayBoot boot =
                new GatewayBoot(new GatewayId("gateway-1"), RealKafka.REGION, UUID.randomUUID(), Instant.now());
        try (RealKafka kafka = new RealKafka(folder);
                TopicLedger ledger = new TopicLedger(kafka.bootstrapServers(), limit);
                QuotaRequests requests = new QuotaRequests(kafka.bootstrapServers(), "requests", new NoMetrics());
                LeaseKeeper keeper = new LeaseKeeper(
                        boot, snapshots.snapshots(), new Earlier(), requests, new NoMetrics(), InstantSource.system());
                QuotaAnswers answers = new QuotaAnswers(kafka.bootstrapServers(), boot, "answers", keeper::hear)) {
            keeper.start();
            Thread.ofPlatform().daemon().start(answers);
            LimitShare[] shares = {keeper.holder().share(limit.limit())};

            eventually(() -> admits(shares));
            eventually(() -> ledger.ended.contains(earlier) && untold.isEmpty());

            // So fast that much is held, and then so slowly that it lasts.
            AtomicInteger calls = new AtomicInteger();
            eventually(() -> admits(shares) && calls.incrementAndGet() >= FAST_CALLS);
            Thread steady = Thread.ofPlatform().daemon().start(() -> callSteadily(shares));
            kafka.stop();
            assertThat(admits(shares)).isTrue();
            steady.interrupt();
            steady.join();
            eventually(() -> !admits(shares));

            kafka.startAgain();
            eventually(() -> admits(shares));
        }
    }

    private static void callSteadily(LimitShare[] shares) {
        try {
            while (true) {
                admits(shares);
                Thread.sleep(300);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean admits(LimitShare[] shares) {
        if (Reservation.admit(shares, ONE_CALL, System.currentTimeMillis()) instanceof Admission.Admitted yes) {
            yes.reservation().settle(ONE_CALL);
            return true;
        }
        return false;
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 12_000; i++) {
            if (holds.getAsBoolean()) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("it does not come about");
    }

    private final class Earlier implements EarlierBoots {
        @Override
        public List<BootEnded> ended() {
            return List.copyOf(untold);
        }

        @Override
        public void told(BootEnded ended) {
            untold.remove(ended);
        }
    }

    private static final class NoMetrics implements QuotaMetrics {
        @Override
        public void waited(Outcome outcome, long nanos) {}

        @Override
        public void said() {}

        @Override
        public void boundHit(String bound) {}
    }
}
