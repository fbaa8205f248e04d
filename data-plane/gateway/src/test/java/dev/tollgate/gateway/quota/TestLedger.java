package dev.tollgate.gateway.quota;

import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.event.EarlierBoots;
import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.ledger.Figures;
import dev.tollgate.model.quota.ledger.Ledger;
import dev.tollgate.model.quota.ledger.LedgerRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The ledger itself, in memory and at the end of a line that can be cut, with the keepers of gateways that hear it. */
public final class TestLedger implements LedgerLine, QuotaMetrics, AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(2);

    public final AtomicInteger requests = new AtomicInteger();
    public final List<String> counted = new CopyOnWriteArrayList<>();
    public final List<BootEnded> ended = new CopyOnWriteArrayList<>();
    /** What earlier processes of the gateways left to be said. */
    public final List<BootEnded> untold = new CopyOnWriteArrayList<>();

    private final Ledger ledger = new Ledger(LeaseTerms.STANDARD, new LedgerRows(List.of(), List.of()));
    private final Snapshots snapshots;
    private final List<LeaseKeeper> keepers = new ArrayList<>();
    private volatile boolean silent;

    public TestLedger(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Those of one more gateway. */
    public CallLimits limits() {
        return limits(WAIT);
    }

    public CallLimits limits(Duration waitMax) {
        return new CallLimits(keeper().holder(), InstantSource.system(), waitMax);
    }

    public LeaseKeeper keeper() {
        GatewayBoot boot = new GatewayBoot(
                new GatewayId("gateway-" + (keepers.size() + 1)),
                new Region("local"),
                UUID.randomUUID(),
                Instant.now());
        LeaseKeeper keeper = new LeaseKeeper(boot, snapshots, new Earlier(), this, this, InstantSource.system());
        keepers.add(keeper);
        keeper.start();
        return keeper;
    }

    private final class Earlier implements EarlierBoots {
        @Override
        public List<BootEnded> ended() {
            return List.copyOf(untold);
        }

        @Override
        public void told(BootEnded boot) {
            untold.remove(boot);
        }
    }

    /** The ledger knows a limit; until then it does not answer for it. */
    public synchronized void know(LimitConfig limit) {
        know(limit.limit());
    }

    public synchronized void know(QuotaLimit limit) {
        ledger.limit(limit);
    }

    public synchronized void remove(LimitId limit) {
        ledger.remove(limit);
    }

    public synchronized Figures figures(LimitId limit) {
        return ledger.figures(limit, Instant.now()).orElseThrow();
    }

    /** So many more calls wait for a limit at the first gateway, for ever. */
    public void crowd(QuotaLimit limit, int calls) {
        LimitShare share = keepers.getFirst().holder().share(limit);
        for (int i = 0; i < calls; i++) {
            share.onNews(() -> {});
        }
    }

    /** Calls that wait at all gateways. */
    public int waiting() {
        return keepers.stream()
                .flatMap(keeper -> keeper.holder().shares())
                .mapToInt(LimitShare::waiting)
                .sum();
    }

    /** Whether what is said to it is lost. */
    public void silence(boolean lost) {
        silent = lost;
    }

    @Override
    public void say(TenantId tenant, QuotaRequest request) {
        if (silent) {
            return;
        }
        List<QuotaAnswer> answers;
        synchronized (this) {
            answers = ledger.receive(request, Instant.now());
        }
        answers.forEach(answer -> keepers.forEach(keeper -> keeper.hear(tenant, answer)));
    }

    @Override
    public void say(BootEnded boot, Runnable kept) {
        ended.add(boot);
        kept.run();
    }

    @Override
    public void waited(Outcome outcome, long nanos) {
        counted.add("waited/" + outcome);
    }

    @Override
    public void said() {
        requests.incrementAndGet();
    }

    @Override
    public void boundHit(String bound) {
        counted.add("bound/" + bound);
    }

    @Override
    public void close() throws InterruptedException {
        silent = false;
        for (LeaseKeeper keeper : keepers) {
            keeper.close();
        }
    }
}
