package dev.tollgate.gateway.quota;

import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.event.EarlierBoots;
import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.gateway.meter.PriceList;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one thread that keeps the leases: it hears the ledger, and says what is due ten times a second and when it is woken. */
public final class LeaseKeeper implements AutoCloseable {
    /** Answers that wait to be taken; one more is lost, as Kafka may lose any, and what it was about is said again. */
    static final int ANSWERS_MAX = 20_000;

    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);
    /** Said in one second, so that many do not stand before what calls wait for. */
    private static final int BOOTS_AT_ONCE = 10;

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration WARN_AGAIN = Duration.ofMinutes(1);
    /** How long an end waits for the ledger to know what was spent; what it does not hear, events will tell. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final LeaseHolder holder;
    private final Snapshots snapshots;
    private final EarlierBoots earlier;
    private final LedgerLine line;
    private final QuotaMetrics metrics;
    private final InstantSource clock;
    private final BlockingQueue<Word> words = new ArrayBlockingQueue<>(ANSWERS_MAX);
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("lease-keeper").unstarted(this::run);
    private volatile boolean closing;
    private long lookedNanos = System.nanoTime() - LOOK.toNanos();
    private long warnedNanos = System.nanoTime() - WARN_AGAIN.toNanos();
    private long clockBehindTold;

    /** What wakes the thread: an answer, or nothing but that a call lacks something. */
    private record Word(@Nullable TenantId tenant, @Nullable QuotaAnswer answer) {
        static final Word WAKE = new Word(null, null);
    }

    public LeaseKeeper(
            GatewayBoot boot,
            Snapshots snapshots,
            EarlierBoots earlier,
            LedgerLine line,
            QuotaMetrics metrics,
            InstantSource clock) {
        this.holder = new LeaseHolder(boot.gateway(), boot.boot(), LeaseTerms.STANDARD, this::wake);
        this.snapshots = snapshots;
        this.earlier = earlier;
        this.line = line;
        this.metrics = metrics;
        this.clock = clock;
    }

    public LeaseHolder holder() {
        return holder;
    }

    public void start() {
        thread.start();
    }

    private void wake() {
        if (!woken.getAndSet(true) && !words.offer(Word.WAKE)) {
            // It has plenty to wake it.
            woken.set(false);
        }
    }

    /** Takes what the ledger said; safe from any thread. */
    public void hear(TenantId tenant, QuotaAnswer answer) {
        if (!words.offer(new Word(tenant, answer))) {
            metrics.boundHit("quota-answers");
        }
    }

    private void run() {
        while (!closing) {
            step();
        }
        holder.closeAll();
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        say(holder.tick(clock.millis()));
        while (!holder.isAtRest() && System.nanoTime() < deadline) {
            step();
        }
    }

    private void step() {
        try {
            Word word = words.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
            woken.set(false);
            while (word != null) {
                take(word);
                word = words.poll();
            }
            look();
            say(holder.tick(clock.millis()));
        } catch (InterruptedException e) {
            closing = true;
        } catch (RuntimeException e) {
            // A bug; what is held stays held, and the thread stays alive to be looked at.
            LOG.error("keeping leases failed", e);
        }
    }

    private void take(Word word) {
        if (word.tenant != null && word.answer != null) {
            TenantId tenant = word.tenant;
            holder.receive(word.answer, clock.millis()).forEach(request -> say(tenant, request));
        }
    }

    private void say(List<QuotaRequest> requests) {
        for (QuotaRequest request : requests) {
            holder.find(request.lease().limit())
                    .ifPresent(share -> say(share.limit().tenant(), request));
        }
    }

    private void say(TenantId tenant, QuotaRequest request) {
        metrics.said();
        line.say(tenant, request);
    }

    /** Once a second: which limits are no more, which boots are over, and whether the clock is late. */
    private void look() {
        long now = System.nanoTime();
        if (now - lookedNanos < LOOK.toNanos()) {
            return;
        }
        lookedNanos = now;
        List<LimitId> over = holder.shares()
                .map(LimitShare::limit)
                .filter(limit -> !stands(limit))
                .map(QuotaLimit::id)
                .toList();
        over.forEach(holder::drop);
        earlier.ended().stream().limit(BOOTS_AT_ONCE).forEach(boot -> line.say(boot, () -> earlier.told(boot)));
        long behind = holder.clockBehind();
        if (behind > clockBehindTold && now - warnedNanos >= WARN_AGAIN.toNanos()) {
            warnedNanos = now;
            clockBehindTold = behind;
            LOG.error(
                    "this machine's clock is behind the ledger's by more than a second: no hard limit lets anything through"
                            + " here until it is set right");
        }
    }

    private boolean stands(QuotaLimit limit) {
        TenantSnapshot snapshot = snapshots.ofTenant(limit.tenant());
        return snapshot != null
                && (snapshot.limits().containsKey(limit.id())
                        || PriceList.of(snapshot.catalog()).counts(limit.id()));
    }

    /** Gives back what is held, and waits for the ledger to know, no longer than a moment. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        wake();
        thread.join(LAST_WORDS.plusSeconds(1));
    }
}
