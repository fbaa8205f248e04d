package dev.tollgate.model.quota.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRecall;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseSettled;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Limits on what runs at once. */
class RunningLimitTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final TenantId TENANT = new TenantId(new UUID(0, 7));
    private static final QuotaLimit TEN = new QuotaLimit(
            TENANT,
            new LimitId(new UUID(0, 1)),
            new QuotaSubject(QuotaSubject.Kind.TENANT, TENANT.toString()),
            QuotaUnit.CONCURRENT,
            new QuotaWindow.Running(),
            10);
    private static final Instant TERM_OVER =
            NOON.plus(LeaseTerms.STANDARD.termMax()).plus(LeaseTerms.STANDARD.clockMargin());

    private final Ledger ledger = new Ledger(LeaseTerms.STANDARD, LedgerRows.none());

    RunningLimitTest() {
        ledger.limit(TEN);
    }

    private static LeaseId lease(UUID boot, long number) {
        return new LeaseId(TEN.id(), boot, number);
    }

    private List<QuotaAnswer> ask(LeaseId lease, long atLeast, Instant at) {
        return ledger.receive(new LeaseRequest(lease, new GatewayId("gateway-1"), atLeast, atLeast, at), at);
    }

    private Figures figures(Instant at) {
        return ledger.figures(TEN.id(), at).orElseThrow();
    }

    @Test
    void what_calls_took_is_free_when_they_are_over_and_nothing_is_ever_spent() {
        assertThat(ask(lease(ONE, 1), 6, NOON)).singleElement().isInstanceOf(LeaseGrant.class);

        ledger.receive(new LeaseReport(lease(ONE, 1), 4, false), TERM_OVER);
        assertThat(figures(TERM_OVER)).extracting(Figures::held, Figures::left).containsExactly(4L, 6L);

        assertThat(ledger.receive(new LeaseReport(lease(ONE, 1), 0, true), TERM_OVER))
                .containsExactly(new LeaseSettled(lease(ONE, 1)));
        assertThat(figures(TERM_OVER))
                .extracting(Figures::settled, Figures::left)
                .containsExactly(0L, 10L);
        assertThat(figures(TERM_OVER).totals()).isEqualTo(new Totals(6, 0, 6));
    }

    @Test
    void calls_that_still_run_after_the_term_hold_their_place_as_long_as_their_gateway_says_so() {
        ask(lease(ONE, 1), 6, NOON);

        Instant later = NOON.plus(LeaseTerms.STANDARD.runMax());
        ledger.receive(new LeaseReport(lease(ONE, 1), 3, false), later);

        Instant end = later.plus(LeaseTerms.STANDARD.runMax()).plus(LeaseTerms.STANDARD.clockMargin());
        assertThat(figures(end.minusMillis(1)).left()).isEqualTo(7);
        assertThat(figures(end).left()).isEqualTo(10);
    }

    @Test
    void a_gateway_that_was_never_heard_again_holds_its_places_until_no_call_of_it_can_run() {
        ask(lease(ONE, 1), 6, NOON);

        Instant end = TERM_OVER.plus(LeaseTerms.STANDARD.runMax());
        assertThat(figures(end.minusMillis(1)).left()).isEqualTo(4);
        assertThat(figures(end).left()).isEqualTo(10);

        Instant tidy = end.plusSeconds(3_601);
        ledger.tick(tidy);
        assertThat(figures(tidy)).extracting(Figures::settled, Figures::held).containsExactly(0L, 0L);
        assertThat(figures(tidy).totals()).isEqualTo(new Totals(6, 0, 6));
    }

    @Test
    void the_places_of_a_process_that_is_known_to_be_over_are_free_with_its_term() {
        ask(lease(ONE, 1), 6, NOON);
        ledger.ended(new BootEnded(ONE, 0), NOON);

        ledger.tick(TERM_OVER);

        assertThat(figures(TERM_OVER).left()).isEqualTo(10);
    }

    @Test
    void others_are_asked_for_what_they_do_not_use_and_not_the_one_who_lacks_a_place() {
        ask(lease(ONE, 1), 6, NOON);
        ask(lease(OTHER, 1), 4, NOON);

        Instant then = NOON.plus(LeaseTerms.STANDARD.recallAfter());
        Instant soon = then.plusMillis(300);
        assertThat(ask(lease(OTHER, 2), 1, then))
                .containsExactly(
                        new LeaseRecall(lease(ONE, 1)),
                        new LeaseDenial(lease(OTHER, 2), 0, 6, then.plusSeconds(1), soon));
        ledger.receive(new LeaseReport(lease(ONE, 1), 5, false), then);
        assertThat(ask(lease(OTHER, 3), 2, then).getLast())
                .isEqualTo(new LeaseDenial(lease(OTHER, 3), 1, 0, then.plusSeconds(1), soon));
        assertThat(ask(lease(OTHER, 4), 1, then)).singleElement().isInstanceOf(LeaseGrant.class);
    }
}
