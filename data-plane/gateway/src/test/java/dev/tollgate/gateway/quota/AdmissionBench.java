package dev.tollgate.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.gateway.policy.KeyView;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What it costs a call to pass policy and limits, and to settle. No part of the gate, which measures nothing: run by
 * {@code mvn -pl data-plane/gateway -am verify -Dtest=AdmissionBench -Dsurefire.failIfNoSpecifiedTests=false}; figures are in
 * {@code target/admission-bench.md}.
 */
class AdmissionBench {
    private static final int WARM_UP = 2_000_000;
    private static final int CALLS = 1_000_000;
    private static final Amounts COST = new Amounts(1, 0, 700_000);

    private final List<String> lines = new ArrayList<>();

    /** A caller, its tool, and limits with plenty in hand. */
    private static final class World {
        private final TestTenant tenant = new TestTenant();
        private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
        private final ToolConfig tool = tenant.tool(server, "find");
        private final IssuedKey key = tenant.key("crm__*");
        private final LeaseHolder holder =
                new LeaseHolder(new GatewayId("one"), UUID.randomUUID(), LeaseTerms.STANDARD, () -> {});
        private final CallLimits limits = new CallLimits(holder, InstantSource.system(), Duration.ofSeconds(2));
        private final TenantSnapshot snapshot;

        World(boolean limited, int elsewhere) {
            tenant.price(server, "find", "0.0007", false);
            List<LimitConfig> held = new ArrayList<>();
            if (limited) {
                held.add(tenant.limit(QuotaUnit.NANO_DOLLARS, 1L << 56));
                held.add(tenant.limit(
                        new QuotaSubject(
                                QuotaSubject.Kind.KEY, key.config().id().value()),
                        QuotaUnit.CALLS,
                        1L << 40));
                held.add(tenant.limit(
                        new QuotaSubject(QuotaSubject.Kind.TOOL, tool.id().toString()), QuotaUnit.CALLS, 1L << 40));
            }
            for (int i = 0; i < elsewhere; i++) {
                QuotaSubject team = new QuotaSubject(
                        QuotaSubject.Kind.TEAM, UUID.randomUUID().toString());
                tenant.limit(team, QuotaUnit.CALLS, 10);
            }
            TestSnapshots snapshots = new TestSnapshots();
            snapshots.publish(tenant);
            snapshot = Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id));
            held.forEach(this::lease);
        }

        private void lease(LimitConfig limit) {

            assertThat(Reservation.admit(
                            new LimitShare[] {holder.share(limit.limit())}, COST, System.currentTimeMillis()))
                    .isInstanceOf(Admission.Wanting.class);
            Instant now = Instant.now();
            holder.tick(now.toEpochMilli())
                    .forEach(asked -> holder.receive(
                            new LeaseGrant(
                                    asked.lease(),
                                    limit.amount(),
                                    0,
                                    now,
                                    now.minusSeconds(60),
                                    now.plusSeconds(3_600),
                                    now.plusSeconds(3_600)),
                            now.toEpochMilli()));
        }

        private long call(Attempt attempt) {
            ExposedTool found =
                    Objects.requireNonNull(KeyView.of(snapshot, key.config()).find("crm__find", RequestFilter.NONE));
            LimitedCall call = limits.of(attempt, Target.of(found.server(), found.tool()), 2, 30_000);
            if (call == null) {
                return found.rule() == null ? 0 : 1;
            }
            if (call.admit() instanceof Admission.Admitted yes) {
                return yes.reservation().settle(COST).size();
            }
            throw new AssertionError("there is plenty");
        }

        private Attempt attempt() {
            return new Attempt(
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
                    0);
        }
    }

    @Test
    void policyAndLimits() throws Exception {
        lines.add("| limits that hold | limits that do not | p50 ns | p99 ns | bytes a call |");
        lines.add("|--:|--:|--:|--:|--:|");
        measure(false, 0);
        long alone = measure(true, 0);
        long few = measure(true, 10);
        long many = measure(true, 1_000);
        Files.write(Path.of("target", "admission-bench.md"), lines);
        assertThat(many).isEqualTo(few).isEqualTo(alone);
    }

    private long measure(boolean limited, int elsewhere) {
        World world = new World(limited, elsewhere);
        Attempt attempt = world.attempt();
        long sum = 0;
        for (int i = 0; i < WARM_UP; i++) {
            sum += world.call(attempt);
        }
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long began = System.nanoTime();
            sum += world.call(attempt);
            nanos[i] = System.nanoTime() - began;
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            sum += world.call(attempt);
        }
        long bytes = Math.round((threads.getCurrentThreadAllocatedBytes() - before) / (double) CALLS);
        Arrays.sort(nanos);
        assertThat(sum).isEqualTo(limited ? 3L * (WARM_UP + 2 * CALLS) : 0);
        lines.add("| %d | %,d | %,d | %,d | %d |"
                .formatted(limited ? 3 : 0, elsewhere, nanos[CALLS / 2], nanos[CALLS / 100 * 99], bytes));
        return bytes;
    }
}
