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
import dev.tollgate.model.quota.LeaseSettled;
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

class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final GatewayId GATEWAY = new GatewayId("gateway-1");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final Duration TERM = LeaseTerms.STANDARD.termMax();
    private static final Duration MARGIN = LeaseTerms.STANDARD.clockMargin();
    private static final QuotaLimit DAILY =
            limit(QuotaWindow.Calendar.of(WindowLength.DAY, ZoneId.of("Europe/Berlin")), 1_000);

    private final Ledger ledger = ledger(DAILY);

    private static QuotaLimit limit(QuotaWindow window, long amount) {
        UUID tenant = new UUID(0, 7);
        return new QuotaLimit(
                new TenantId(tenant),
                new LimitId(new UUID(0, 1)),
                new QuotaSubject(QuotaSubject.Kind.TENANT, tenant.toString()),
                QuotaUnit.CALLS,
                window,
                amount);
    }

    private static Ledger ledger(QuotaLimit limit) {
        Ledger ledger = new Ledger(LeaseTerms.STANDARD, LedgerRows.none());
        ledger.limit(limit);
        return ledger;
    }

    private static LeaseId lease(UUID boot, long number) {
        return new LeaseId(DAILY.id(), boot, number);
    }

    private static LeaseRequest ask(LeaseId lease, long atLeast, long wanted, Instant at) {
        return new LeaseRequest(lease, GATEWAY, atLeast, wanted, at);
    }

    private static LeaseGrant granted(List<QuotaAnswer> answers) {
        assertThat(answers).hasSize(1);
        return (LeaseGrant) answers.getFirst();
    }

    private Figures figures(Instant at) {
        return ledger.figures(DAILY.id(), at).orElseThrow();
    }

    @Test
    void slices_are_half_of_an_even_share_and_never_less_than_what_serves() {
        LeaseGrant first = granted(ledger.receive(ask(lease(ONE, 1), 10, 900, NOON), NOON));
        LeaseGrant second = granted(ledger.receive(ask(lease(OTHER, 1), 10, 900, NOON), NOON));
        LeaseGrant little = granted(ledger.receive(ask(lease(OTHER, 2), 10, 20, NOON), NOON));
        LeaseGrant much = granted(ledger.receive(ask(lease(ONE, 2), 300, 300, NOON), NOON));

        assertThat(List.of(first.amount(), second.amount(), little.amount(), much.amount()))
                .containsExactly(500L, 125L, 20L, 300L);
        assertThat(figures(NOON)).extracting(Figures::held, Figures::left).containsExactly(945L, 55L);
    }

    @Test
    void asking_twice_gives_one_lease_and_the_same_answer_even_after_a_restart() {
        LeaseRequest request = ask(lease(ONE, 1), 10, 100, NOON);
        LeaseGrant first = granted(ledger.receive(request, NOON));

        Ledger restarted = new Ledger(LeaseTerms.STANDARD, ledger.rows());
        LeaseGrant again = granted(restarted.receive(request, NOON));

        assertThat(again).isEqualTo(first);
        assertThat(restarted.rows()).isEqualTo(ledger.rows());
    }

    @Test
    void a_gateway_that_heard_no_grant_is_told_of_it_even_after_its_term_because_it_asks_for_nothing_else() {
        ledger.receive(ask(lease(ONE, 1), 10, 100, NOON), NOON);

        Instant late = NOON.plus(TERM).plusSeconds(5);
        LeaseGrant again = granted(ledger.receive(ask(lease(ONE, 1), 10, 100, late), late));

        assertThat(again.expiresAt()).isEqualTo(NOON.plus(TERM));
    }

    @Test
    void a_late_copy_of_a_request_is_not_granted_again_once_its_lease_is_settled() {
        LeaseRequest request = ask(lease(ONE, 1), 10, 100, NOON);
        ledger.receive(request, NOON);
        ledger.receive(new LeaseReport(request.lease(), 40, true), NOON);

        assertThat(ledger.receive(request, NOON)).containsExactly(new LeaseSettled(request.lease()));
        assertThat(figures(NOON)).extracting(Figures::settled, Figures::held).containsExactly(40L, 0L);
    }

    @Test
    void a_request_that_waited_too_long_is_not_granted_because_who_asked_may_be_gone() {
        Instant late = NOON.plus(LeaseTerms.STANDARD.requestAgeMax()).plus(MARGIN);

        assertThat(ledger.receive(ask(lease(ONE, 1), 10, 100, NOON), late)).hasSize(1);
        assertThat(ledger.receive(ask(lease(ONE, 2), 10, 100, NOON), late.plusMillis(1)))
                .isEmpty();
    }

    @Test
    void of_two_reports_the_lower_one_holds_in_whatever_order_they_come() {
        ledger.receive(ask(lease(ONE, 1), 10, 100, NOON), NOON);

        assertThat(ledger.receive(new LeaseReport(lease(ONE, 1), 60, false), NOON))
                .as("nobody may forget a lease that is not settled")
                .isEmpty();
        ledger.receive(new LeaseReport(lease(ONE, 1), 80, false), NOON);
        assertThat(figures(NOON).held()).isEqualTo(60);

        assertThat(ledger.receive(new LeaseReport(lease(ONE, 1), 25, true), NOON))
                .containsExactly(new LeaseSettled(lease(ONE, 1)));
        ledger.receive(new LeaseReport(lease(ONE, 1), 60, false), NOON);
        assertThat(figures(NOON)).extracting(Figures::settled, Figures::left).containsExactly(25L, 975L);
        assertThat(figures(NOON).totals()).isEqualTo(new Totals(100, 25, 75));
    }

    @Test
    void what_is_missing_is_recalled_from_those_who_have_had_it_for_a_while() {
        ledger.receive(ask(lease(ONE, 1), 700, 700, NOON), NOON);
        ledger.receive(ask(lease(OTHER, 1), 200, 200, NOON.plusMillis(1)), NOON.plusMillis(1));

        Instant then = NOON.plus(LeaseTerms.STANDARD.recallAfter());
        List<QuotaAnswer> answers = ledger.receive(ask(lease(OTHER, 2), 150, 150, then), then);

        assertThat(answers)
                .containsExactly(
                        new LeaseRecall(lease(ONE, 1)),
                        new LeaseDenial(
                                lease(OTHER, 2),
                                100,
                                700,
                                Instant.parse("2026-11-29T23:00:00Z"),
                                then.plusMillis(300)));
    }

    @Test
    void what_was_denied_is_granted_when_it_is_asked_for_anew_and_never_by_a_late_copy() {
        ledger.receive(ask(lease(ONE, 1), 1_000, 1_000, NOON), NOON);
        assertThat(ledger.receive(ask(lease(OTHER, 1), 5, 5, NOON), NOON).getLast())
                .isEqualTo(new LeaseDenial(
                        lease(OTHER, 1), 0, 0, Instant.parse("2026-11-29T23:00:00Z"), NOON.plusSeconds(5)));

        ledger.receive(new LeaseReport(lease(ONE, 1), 0, true), NOON);

        assertThat(ledger.receive(ask(lease(OTHER, 1), 5, 5, NOON), NOON))
                .containsExactly(new LeaseSettled(lease(OTHER, 1)));
        assertThat(granted(ledger.receive(ask(lease(OTHER, 2), 5, 5, NOON), NOON))
                        .amount())
                .isEqualTo(5);
    }

    @Test
    void a_dead_gateways_lease_is_held_to_its_terms_end_and_then_is_what_events_say() {
        ledger.receive(ask(lease(ONE, 1), 400, 400, NOON), NOON);
        ledger.charged(event(1, 30), NOON);
        ledger.charged(event(2, 12), NOON);
        ledger.charged(event(2, 12), NOON);
        ledger.ended(new BootEnded(ONE, 2), NOON);

        Instant end = NOON.plus(TERM).plus(MARGIN);
        ledger.tick(end.minusMillis(1));
        assertThat(figures(end).held()).isEqualTo(400);
        ledger.tick(end);

        assertThat(figures(end)).extracting(Figures::settled, Figures::held).containsExactly(42L, 0L);
        assertThat(figures(end).totals()).isEqualTo(new Totals(400, 42, 358));
    }

    @Test
    void as_long_as_an_event_is_missing_a_dead_gateways_lease_counts_in_full() {
        ledger.receive(ask(lease(ONE, 1), 400, 400, NOON), NOON);
        ledger.ended(new BootEnded(ONE, 3), NOON);
        ledger.charged(event(3, 5), NOON);
        ledger.charged(event(1, 30), NOON);
        Instant much = NOON.plus(Duration.ofHours(2));
        ledger.tick(much);
        assertThat(figures(much).held()).isEqualTo(400);

        ledger.charged(event(2, 7), much);
        ledger.tick(much);

        assertThat(figures(much)).extracting(Figures::settled, Figures::held).containsExactly(42L, 0L);
    }

    @Test
    void a_process_that_is_over_is_granted_nothing() {
        ledger.ended(new BootEnded(ONE, 0), NOON);

        assertThat(ledger.receive(ask(lease(ONE, 1), 10, 100, NOON), NOON)).isEmpty();
        assertThat(figures(NOON).held()).isZero();
    }

    private static ChargedEvent event(long sequence, long amount) {
        return new ChargedEvent(ONE, sequence, List.of(new Charge(lease(ONE, 1), amount)));
    }

    @Test
    void a_lease_ends_with_its_window_and_the_next_window_begins_empty() {
        Instant midnight = Instant.parse("2026-11-29T23:00:00Z");
        Instant before = midnight.minusSeconds(10);
        LeaseGrant grant = granted(ledger.receive(ask(lease(ONE, 1), 1_000, 1_000, before), before));
        assertThat(grant.expiresAt()).isEqualTo(midnight);
        assertThat(grant.validFrom()).isEqualTo(midnight.minus(Duration.ofDays(1)));

        assertThat(figures(midnight.minusMillis(1)).left()).isZero();
        LeaseGrant next = granted(ledger.receive(ask(lease(ONE, 2), 1_000, 1_000, midnight), midnight));

        assertThat(next.validFrom()).isEqualTo(midnight);
        assertThat(next.resetsAt()).isEqualTo(midnight.plus(Duration.ofDays(1)));
    }

    @Test
    void an_accounts_time_does_not_go_back_into_a_window_that_is_over() {
        Instant midnight = Instant.parse("2026-11-29T23:00:00Z");
        Instant before = midnight.minusMillis(200);
        ledger.receive(ask(lease(ONE, 1), 1_000, 1_000, before), before);
        ledger.tick(midnight);

        LeaseGrant grant = granted(ledger.receive(ask(lease(ONE, 2), 10, 10, before), before));

        assertThat(grant.validFrom()).isEqualTo(midnight);
    }

    @Test
    void a_rolling_window_frees_what_was_spent_when_it_is_out_of_reach_for_every_clock() {
        Ledger rolling = ledger(limit(new QuotaWindow.Rolling(WindowLength.HOUR), 1_000));
        Instant at = NOON.plusSeconds(40);
        rolling.receive(ask(lease(ONE, 1), 1_000, 1_000, at), at);
        // Half a second before a minute that times are rounded up to, so that the margin alone leads to the next one.
        Instant heard = NOON.plusMillis(59_500);
        rolling.receive(new LeaseReport(lease(ONE, 1), 900, true), heard);
        LimitId id = DAILY.id();

        Instant free = NOON.plus(Duration.ofMinutes(62));
        assertThat(rolling.figures(id, free.minusMillis(1)).orElseThrow())
                .extracting(Figures::left, Figures::resetsAt)
                .containsExactly(100L, free);
        assertThat(rolling.figures(id, free).orElseThrow().left()).isEqualTo(1_000);
    }

    @Test
    void a_rolling_window_forgets_a_lease_that_nobody_spoke_of_again_once_it_reaches_behind_its_term() {
        Ledger rolling = ledger(limit(new QuotaWindow.Rolling(WindowLength.HOUR), 1_000));
        Instant at = NOON.plusMillis(59_500).minus(TERM);
        rolling.receive(ask(lease(ONE, 1), 1_000, 1_000, at), at);

        Instant free = NOON.plus(Duration.ofMinutes(62));
        assertThat(rolling.figures(DAILY.id(), free.minusMillis(1))
                        .orElseThrow()
                        .left())
                .isZero();
        assertThat(rolling.figures(DAILY.id(), free).orElseThrow().left()).isEqualTo(1_000);
    }

    @Test
    void a_limit_that_is_lowered_grants_nothing_until_less_is_used() {
        ledger.receive(ask(lease(ONE, 1), 600, 600, NOON), NOON);

        ledger.limit(limit(DAILY.window(), 500));

        assertThat(figures(NOON).left()).isEqualTo(-100);
        assertThat(ledger.receive(ask(lease(OTHER, 1), 1, 1, NOON), NOON).getLast())
                .isInstanceOf(LeaseDenial.class);
    }

    @Test
    void of_a_limit_that_is_no_more_nothing_is_granted_and_what_comes_back_is_settled() {
        ledger.receive(ask(lease(ONE, 1), 600, 600, NOON), NOON);
        ledger.remove(DAILY.id());

        assertThat(ledger.receive(ask(lease(ONE, 2), 1, 1, NOON), NOON)).isEmpty();
        assertThat(ledger.receive(new LeaseReport(lease(ONE, 1), 0, true), NOON))
                .containsExactly(new LeaseSettled(lease(ONE, 1)));
    }

    @Test
    void fences_trails_and_settled_amounts_are_forgotten_when_nothing_can_need_them() {
        ledger.receive(ask(lease(ONE, 1), 10, 10, NOON), NOON);
        ledger.charged(event(1, 5), NOON);
        ledger.receive(new LeaseReport(lease(ONE, 1), 5, true), NOON);
        ledger.tick(NOON.plus(LeaseTerms.STANDARD.requestAgeMax()));
        assertThat(ledger.rows().accounts().getFirst().fences()).hasSize(1);

        ledger.tick(NOON.plus(Ledger.TRAIL_KEPT).plusSeconds(1));

        LedgerRows rows = ledger.rows();
        assertThat(rows.trails()).isEmpty();
        assertThat(rows.accounts().getFirst().fences()).isEmpty();
        assertThat(rows.accounts().getFirst().settled()).isEmpty();
    }

    @Test
    void an_event_that_never_comes_holds_nothing_up_and_its_boots_leases_count_in_full() {
        ledger.receive(ask(lease(ONE, 1), 400, 400, NOON), NOON);
        long last = 2L * EventTrail.RANGES_MAX + 2;
        for (long sequence = 2; sequence <= last; sequence += 2) {
            ledger.charged(new ChargedEvent(ONE, sequence, List.of()), NOON);
        }
        assertThat(trail()).extracting(TrailRow::through, TrailRow::broken).containsExactly(2L, true);

        for (long sequence = 1; sequence <= last; sequence += 2) {
            ledger.charged(event(sequence, 1), NOON);
        }
        ledger.ended(new BootEnded(ONE, last), NOON);

        assertThat(trail()).extracting(TrailRow::through, TrailRow::beyond).containsExactly(last, List.of());
        ledger.tick(NOON.plus(Duration.ofHours(2)));
        assertThat(figures(NOON.plus(Duration.ofHours(2))).held()).isEqualTo(400);
    }

    private TrailRow trail() {
        return ledger.rows().trails().getFirst();
    }

    @Test
    void events_that_come_before_their_time_are_kept_as_ranges_and_each_counts_once() {
        for (long sequence : List.of(5L, 3L, 7L, 4L, 5L, 3L, 4L)) {
            ledger.charged(new ChargedEvent(ONE, sequence, List.of()), NOON);
        }
        assertThat(trail().beyond()).containsExactly(new SequenceRange(3, 5), new SequenceRange(7, 7));

        ledger.charged(new ChargedEvent(ONE, 1, List.of()), NOON);
        ledger.charged(new ChargedEvent(ONE, 2, List.of()), NOON);

        assertThat(trail().through()).isEqualTo(5);
        assertThat(trail().beyond()).containsExactly(new SequenceRange(7, 7));
    }

    @Test
    void what_a_message_says_cannot_overflow_anything() {
        ledger.receive(ask(lease(ONE, 1), 400, 400, NOON), NOON);
        ledger.charged(event(1, Long.MAX_VALUE), NOON);
        ledger.charged(event(2, Long.MAX_VALUE), NOON);
        ledger.ended(new BootEnded(ONE, 2), NOON);

        assertThat(ledger.receive(ask(lease(OTHER, 1), 1, 1, Instant.MIN), NOON))
                .isEmpty();
        assertThat(granted(ledger.receive(ask(lease(OTHER, 1), 1, Long.MAX_VALUE, Instant.MAX), NOON))
                        .amount())
                .isEqualTo(150);
        ledger.tick(NOON.plus(Duration.ofHours(2)));
        assertThat(figures(NOON).settled()).isEqualTo(400);
    }

    @Test
    void there_is_an_end_to_how_many_leases_of_a_limit_are_held() {
        Ledger wide = ledger(limit(DAILY.window(), 10L * Account.HELD_MAX));
        for (int number = 1; number <= Account.HELD_MAX; number++) {
            granted(wide.receive(ask(lease(ONE, number), 1, 1, NOON), NOON));
        }

        assertThat(wide.receive(ask(lease(OTHER, 1), 1, 1, NOON), NOON).getLast())
                .isInstanceOf(LeaseDenial.class);
        wide.receive(new LeaseReport(lease(ONE, 1), 1, true), NOON);
        granted(wide.receive(ask(lease(OTHER, 2), 1, 1, NOON), NOON));
    }
}
