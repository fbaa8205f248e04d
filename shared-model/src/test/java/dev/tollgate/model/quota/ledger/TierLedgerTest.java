package dev.tollgate.model.quota.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRecall;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tiers of prices, which are used up for good and not raised. */
class TierLedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant MONTH_END = Instant.parse("2026-12-01T00:00:00Z");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final TenantId TENANT = new TenantId(new UUID(0, 7));
    private static final QuotaLimit FREE = new QuotaLimit(
            TENANT,
            new LimitId(new UUID(0, 1)),
            new QuotaSubject(QuotaSubject.Kind.PRICE, new UUID(0, 3).toString()),
            QuotaUnit.CALLS,
            QuotaWindow.Calendar.of(WindowLength.MONTH, ZoneId.of("UTC")),
            10);

    private final Ledger ledger = new Ledger(LeaseTerms.STANDARD, LedgerRows.none());

    TierLedgerTest() {
        ledger.limit(FREE);
    }

    private static LeaseId lease(UUID boot, long number) {
        return new LeaseId(FREE.id(), boot, number);
    }

    private List<QuotaAnswer> ask(LeaseId lease, long atLeast, Instant at) {
        return ledger.receive(new LeaseRequest(lease, new GatewayId("gateway-1"), atLeast, atLeast, at), at);
    }

    private LeaseDenial denied(LeaseId lease, Instant at) {
        return (LeaseDenial) ask(lease, 1, at).getLast();
    }

    @Test
    void a_tier_that_is_used_up_is_so_until_its_window_ends() {
        ask(lease(ONE, 1), 10, NOON);
        ledger.receive(new LeaseReport(lease(ONE, 1), 10, true), NOON);

        assertThat(denied(lease(OTHER, 1), NOON))
                .returns(0L, LeaseDenial::left)
                .returns(0L, LeaseDenial::recalled)
                .returns(MONTH_END, LeaseDenial::retryAt);
        assertThat(ask(lease(OTHER, 2), 1, MONTH_END)).singleElement().isInstanceOf(LeaseGrant.class);
    }

    @Test
    void what_running_calls_hold_may_come_back_and_is_asked_for_again_in_some_seconds() {
        ask(lease(ONE, 1), 10, NOON);
        ledger.receive(new LeaseReport(lease(ONE, 1), 10, false), NOON);

        Instant over = NOON.plusSeconds(31);
        assertThat(denied(lease(OTHER, 1), over).retryAt()).isEqualTo(over.plusSeconds(5));
    }

    @Test
    void what_another_gateway_was_given_just_now_is_waited_for_until_it_can_be_asked_back() {
        ask(lease(ONE, 1), 10, NOON);

        assertThat(ask(lease(OTHER, 1), 1, NOON.plusMillis(100)))
                .singleElement()
                .isInstanceOfSatisfying(
                        LeaseDenial.class,
                        denial -> assertThat(denial)
                                .returns(10L, LeaseDenial::recalled)
                                .returns(NOON.plusMillis(400), LeaseDenial::retryAt));
        // Its own it has in hand already, and nothing of it.
        assertThat(denied(lease(ONE, 2), NOON.plusMillis(100)).recalled()).isZero();
        Instant later = NOON.plus(LeaseTerms.STANDARD.recallAfter());
        assertThat(ask(lease(OTHER, 2), 1, later)).hasSize(2).contains(new LeaseRecall(lease(ONE, 1)));
    }

    @Test
    void of_a_tier_any_part_will_do_and_of_the_rest_a_gateways_own_is_not_asked_back() {
        ask(lease(ONE, 1), 7, NOON);

        assertThat(ask(lease(OTHER, 1), 50, NOON))
                .singleElement()
                .isInstanceOfSatisfying(
                        LeaseGrant.class, grant -> assertThat(grant.amount()).isEqualTo(3));
        Instant later = NOON.plus(LeaseTerms.STANDARD.recallAfter());
        assertThat(ask(lease(OTHER, 2), 47, later)).hasSize(2).contains(new LeaseRecall(lease(ONE, 1)));
    }

    @Test
    void of_a_dead_gateways_part_what_its_events_do_not_say_is_free_again() {
        ask(lease(ONE, 1), 10, NOON);
        ledger.charged(new ChargedEvent(ONE, 1, List.of(new Charge(lease(ONE, 1), 1))), NOON);
        ledger.ended(new BootEnded(ONE, 1), NOON);

        Instant over = NOON.plus(Duration.ofSeconds(31));
        ledger.tick(over);

        assertThat(ledger.figures(FREE.id(), over).orElseThrow())
                .returns(1L, Figures::settled)
                .returns(9L, Figures::left);
    }
}
