package dev.tollgate.gateway.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.RefusalReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusedKeysTest {
    private long nanos;
    private final RefusedKeys refused = new RefusedKeys(() -> nanos);

    private static Attempt attempt(TestTenant tenant, VirtualKeyConfig key) {
        TestSnapshots snapshots = new TestSnapshots();
        snapshots.publish(tenant);
        TenantSnapshot snapshot = Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id));
        return new Attempt(
                UUID.randomUUID(),
                Instant.EPOCH,
                0,
                snapshot,
                key,
                "POST /mcp",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null);
    }

    private static Attempt attempt() {
        TestTenant tenant = new TestTenant();
        return attempt(tenant, tenant.key().config());
    }

    private int singly(Attempt attempt, RefusalReason reason, int of) {
        int singly = 0;
        for (int i = 0; i < of; i++) {
            singly += refused.singly(attempt, reason) ? 1 : 0;
        }
        return singly;
    }

    @Test
    void one_tenant_and_reason_has_a_burst_and_a_rate_and_takes_nothing_from_another() {
        Attempt one = attempt();

        assertThat(singly(one, RefusalReason.WRONG_SECRET, 1_000)).isEqualTo(RefusedKeys.SINGLY_BURST_MAX);
        assertThat(singly(one, RefusalReason.KEY_REVOKED, 1_000)).isEqualTo(RefusedKeys.SINGLY_BURST_MAX);
        assertThat(singly(attempt(), RefusalReason.WRONG_SECRET, 1)).isEqualTo(1);

        nanos += 3_000_000_000L;
        assertThat(singly(one, RefusalReason.WRONG_SECRET, 1_000)).isEqualTo(3 * RefusedKeys.SINGLY_PER_SECOND_MAX);
    }

    @Test
    void all_tenants_together_have_a_burst() {
        int singly = 0;
        for (int i = 0; i < 40; i++) {
            singly += singly(attempt(), RefusalReason.WRONG_SECRET, 100);
        }

        assertThat(singly).isEqualTo(RefusedKeys.SINGLY_OF_ALL_BURST_MAX);
    }

    @Test
    void few_keys_are_counted_apart_and_the_others_together() {
        TestTenant tenant = new TestTenant();
        List<VirtualKeyConfig> keys = new ArrayList<>();
        for (int i = 0; i < RefusedKeys.KEYS_APART_MAX + 5; i++) {
            keys.add(tenant.key().config());
        }

        for (int round = 0; round < 3; round++) {
            for (VirtualKeyConfig key : keys) {
                refused.count(attempt(tenant, key), RefusalReason.WRONG_SECRET, 1);
            }
        }

        List<RefusedKeys.Summary> taken = refused.take();
        assertThat(taken).hasSize(RefusedKeys.KEYS_APART_MAX + 1);
        assertThat(taken.subList(0, RefusedKeys.KEYS_APART_MAX))
                .allSatisfy(each -> assertThat(each.attempts()).isEqualTo(3))
                .extracting(RefusedKeys.Summary::key)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(taken.getLast().key()).isNull();
        assertThat(taken.getLast().attempts()).isEqualTo(15);
        assertThat(refused.take()).isEmpty();
    }

    @Test
    void what_is_not_taken_at_once_is_taken_next() {
        int tenants = RefusedKeys.SUMMARIES_AT_ONCE_MAX + 10;
        for (int i = 0; i < tenants; i++) {
            refused.count(attempt(), RefusalReason.KEY_REVOKED, 2);
        }

        int first = refused.take().size();

        assertThat(first).isLessThanOrEqualTo(RefusedKeys.SUMMARIES_AT_ONCE_MAX);
        assertThat(first + refused.take().size()).isEqualTo(tenants);
    }
}
