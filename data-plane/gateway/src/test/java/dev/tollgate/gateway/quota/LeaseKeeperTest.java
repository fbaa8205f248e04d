package dev.tollgate.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {
    private static final Amounts ONE_CALL = new Amounts(1, 0, 0);

    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final ToolConfig tool = tenant.tool(server, "find");
    private final TestTenant.IssuedKey key = tenant.key("crm__*");
    private final TestSnapshots snapshots = new TestSnapshots();
    private final TestLedger ledger = new TestLedger(snapshots.snapshots());
    private final LimitConfig limit = tenant.limit(QuotaUnit.CALLS, 100);

    LeaseKeeperTest() {
        ledger.know(limit);
        snapshots.publish(tenant);
    }

    @AfterEach
    void stop() throws Exception {
        ledger.close();
    }

    private LimitShare[] shares(LeaseHolder holder) {
        TenantSnapshot snapshot = snapshots.snapshots().ofTenant(tenant.id);
        assertThat(snapshot).isNotNull();
        return new LimitBook(snapshot, holder).of(key.config(), server, tool);
    }

    private static Reservation reserved(LimitShare[] shares) {
        while (true) {
            if (Reservation.admit(shares, ONE_CALL, System.currentTimeMillis()) instanceof Admission.Admitted yes) {
                return yes.reservation();
            }
            Thread.onSpinWait();
        }
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 2_000 && !holds.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void anEndGivesBackWhatIsHeldAndSaysWhatWasSpent() throws Exception {
        LeaseKeeper keeper = ledger.keeper();
        LimitShare[] shares = shares(keeper.holder());
        reserved(shares).settle(ONE_CALL);
        assertThat(ledger.figures(limit.id()).held()).isPositive();

        keeper.close();

        assertThat(ledger.figures(limit.id()).held()).isZero();
        assertThat(ledger.figures(limit.id()).settled()).isEqualTo(1);
        assertThat(keeper.holder().leasesHeld()).isZero();
        assertThat(keeper.holder().isAtRest()).isTrue();
    }

    @Test
    void aLimitThatIsNoMoreGoesBackAndCallsOfOldRevisionsPass() throws Exception {
        // given
        LeaseHolder holder = ledger.keeper().holder();
        LimitShare[] shares = shares(holder);
        Reservation running = reserved(shares);
        // when
        ledger.remove(limit.id());
        snapshots.remove(tenant, limit);
        snapshots.publish(tenant);
        // then
        eventually(() -> shares[0].isOver());
        assertThat(Reservation.admit(shares, new Amounts(1_000, 0, 0), System.currentTimeMillis()))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(running.settle(ONE_CALL)).hasSize(1);
        eventually(() -> holder.find(limit.id()).isEmpty());
    }

    @Test
    void whoWaitsForALimitThatIsNoMoreIsTold() throws Exception {
        ledger.silence(true);
        LeaseHolder holder = ledger.keeper().holder();
        LimitShare[] shares = shares(holder);
        assertThat(Reservation.admit(shares, ONE_CALL, System.currentTimeMillis()))
                .isInstanceOf(Admission.Wanting.class);
        boolean[] told = {false};
        assertThat(shares[0].onNews(() -> told[0] = true)).isTrue();

        snapshots.remove(tenant, limit);
        snapshots.publish(tenant);

        eventually(() -> shares[0].isOver() && shares[0].waiting() == 0);
        assertThat(told[0]).isTrue();
    }

    @Test
    void saysWhichBootsAreOver() throws Exception {
        BootEnded earlier = new BootEnded(UUID.randomUUID(), 17);
        ledger.untold.add(earlier);

        ledger.keeper();

        eventually(ledger.untold::isEmpty);
        assertThat(ledger.ended).containsExactly(earlier);
    }

    @Test
    void aGrantToSomebodyElseShowsThatTheClockIsLate() throws Exception {
        LeaseKeeper keeper = ledger.keeper();
        Instant later = Instant.now().plusSeconds(40);
        LeaseId others = new LeaseId(limit.id(), UUID.randomUUID(), 1);

        keeper.hear(
                tenant.id, new LeaseGrant(others, 5, 5, later, later, later.plusSeconds(30), later.plusSeconds(60)));

        eventually(() -> keeper.holder().clockBehind() == 1);
    }
}
