package dev.tollgate.model.quota.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.AmountOverride;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Limits that have another amount for a while. */
class OverriddenLimitTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3_600);
    private static final Instant TWO = NOON.plusSeconds(7_200);
    private static final UUID BOOT = new UUID(1, 1);
    private static final QuotaLimit DOUBLED = limit(List.of(new AmountOverride(NOON, ONE, 200)));

    private static QuotaLimit limit(List<AmountOverride> overrides) {
        TenantId tenant = new TenantId(new UUID(0, 7));
        return new QuotaLimit(
                tenant,
                new LimitId(new UUID(0, 1)),
                new QuotaSubject(QuotaSubject.Kind.TENANT, tenant.toString()),
                QuotaUnit.CALLS,
                new QuotaWindow.Rolling(WindowLength.HOUR),
                100,
                null,
                overrides);
    }

    private static QuotaAnswer ask(Ledger ledger, long number, long amount, Instant at) {
        LeaseId lease = new LeaseId(DOUBLED.id(), BOOT, number);
        return ledger.receive(new LeaseRequest(lease, new GatewayId("gateway-1"), amount, amount, at), at)
                .getLast();
    }

    private static Ledger ledger(QuotaLimit limit) {
        Ledger ledger = new Ledger(LeaseTerms.STANDARD, LedgerRows.none());
        ledger.limit(limit);
        return ledger;
    }

    @Test
    void the_amount_is_the_overrides_from_its_start_up_to_its_end_and_the_limits_own_else() {
        assertThat(DOUBLED.amountAt(NOON.minusNanos(1))).isEqualTo(100);
        assertThat(DOUBLED.amountAt(NOON)).isEqualTo(200);
        assertThat(DOUBLED.amountAt(ONE)).isEqualTo(100);
        assertThat(DOUBLED.changesAfter(NOON.minusNanos(1))).hasValue(NOON);
        assertThat(DOUBLED.changesAfter(NOON)).hasValue(ONE);
        assertThat(DOUBLED.changesAfter(ONE)).isEmpty();
        assertThat(DOUBLED.amountMaxFrom(NOON)).isEqualTo(200);
        assertThat(DOUBLED.amountMaxFrom(ONE)).isEqualTo(100);
    }

    @Test
    void a_lease_of_a_higher_amount_ends_with_it_and_nothing_is_granted_after_until_there_is_room_again() {
        Ledger ledger = ledger(DOUBLED);
        Instant before = ONE.minusSeconds(2);

        assertThat(((LeaseGrant) ask(ledger, 1, 150, before)).expiresAt()).isEqualTo(ONE);
        assertThat(ask(ledger, 2, 1, ONE)).isInstanceOf(LeaseDenial.class);
        assertThat(ledger.figures(DOUBLED.id(), ONE).orElseThrow().left()).isEqualTo(-50);
    }

    @Test
    void a_lease_that_is_granted_before_a_lower_amount_ends_when_that_begins() {
        Ledger ledger = ledger(limit(List.of(new AmountOverride(ONE, TWO, 0))));

        assertThat(((LeaseGrant) ask(ledger, 1, 50, ONE.minusSeconds(1))).expiresAt())
                .isEqualTo(ONE);
        assertThat(ask(ledger, 2, 1, ONE)).isInstanceOf(LeaseDenial.class);
    }

    @Test
    void overrides_stand_in_the_order_of_time_and_none_within_another() {
        AmountOverride first = new AmountOverride(NOON, TWO, 1);
        AmountOverride second = new AmountOverride(ONE, TWO, 2);

        assertThatThrownBy(() -> limit(List.of(first, second))).hasMessageContaining("when the other has ended");
        assertThatThrownBy(() -> new AmountOverride(NOON, NOON, 1)).hasMessageContaining("ends after its start");
    }
}
