package dev.tollgate.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** One budget at two gateways whose calls run on many threads: to the last call that fits, and not one more. */
class SharedBudgetTest {
    private static final int CALLS = 10_000;
    private static final int THREADS = 8;
    /** A dollar by the price of a call. */
    private static final int PAID = 1_428;

    private static final long DOLLAR = 1_000_000_000;

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final ToolConfig tool = tenant.tool(server, "find");
    private final IssuedKey key = tenant.key("crm__*");
    private final AtomicInteger admitted = new AtomicInteger();
    private final AtomicLong charged = new AtomicLong();
    private final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);

    @Test
    void tenThousandCallsOnADollarMakeAsManyAsItPays() throws Exception {
        // given
        tenant.price(server, "find", "0.0007", false);
        LimitConfig budget = tenant.limit(QuotaUnit.NANO_DOLLARS, DOLLAR);
        TestSnapshots snapshots = new TestSnapshots();
        snapshots.publish(tenant);
        TenantSnapshot snapshot = Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id));
        try (TestLedger ledger = new TestLedger(snapshots.snapshots())) {
            ledger.know(budget);
            List<CallLimits> gateways = List.of(ledger.limits(), ledger.limits());
            List<Thread> threads = new ArrayList<>();
            // when
            for (int i = 0; i < THREADS; i++) {
                CallLimits gateway = gateways.get(i % 2);
                threads.add(Thread.ofPlatform().start(() -> calls(gateway, snapshot, CALLS / THREADS)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            // then
            assertThat(admitted).hasValue(PAID);
            assertThat(charged).hasValue(PAID * 700_000L);
        }
    }

    private void calls(CallLimits gateway, TenantSnapshot snapshot, int count) {
        for (int i = 0; i < count; i++) {
            Attempt attempt = new Attempt(
                    UUID.randomUUID(),
                    Instant.now(),
                    0,
                    snapshot,
                    key.config(),
                    "tools/call",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    null);
            call(Objects.requireNonNull(gateway.of(attempt, Target.of(server, tool), 2, 30_000)));
        }
    }

    private void call(LimitedCall call) {
        while (System.nanoTime() < deadline) {
            switch (call.admit()) {
                case Admission.Admitted yes -> {
                    admitted.incrementAndGet();
                    List<Charge> charges = yes.reservation().settle(new Amounts(1, 0, 700_000));
                    charges.forEach(each -> charged.addAndGet(each.amount()));
                    return;
                }
                case Admission.Refused _ -> {
                    // What the other gateway returns comes a moment later, and an agent that was refused tries again.
                    if (admitted.get() >= PAID) {
                        return;
                    }
                    LockSupport.parkNanos(1_000_000);
                }
                case Admission.Wanting more -> await(call, more);
            }
        }
    }

    /** As a gateway waits, but on a thread. */
    private static void await(LimitedCall call, Admission.Wanting more) {
        CountDownLatch told = new CountDownLatch(1);
        assertThat(more.share().onNews(told::countDown)).isTrue();
        try {
            // Whoever comes into the queue after the answer is told by the next one, or by the clock.
            boolean _ = told.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
