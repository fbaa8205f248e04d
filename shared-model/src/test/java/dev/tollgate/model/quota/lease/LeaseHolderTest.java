package dev.tollgate.model.quota.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRecall;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseSettled;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeaseHolderTest {
    private static final long NOW = Instant.parse("2026-11-29T12:00:00Z").toEpochMilli();
    private static final Instant RESET = Instant.ofEpochMilli(NOW + 3_600_000);
    private static final UUID BOOT = new UUID(3, 3);
    private static final QuotaLimit MONEY = limit(1, QuotaUnit.NANO_DOLLARS, 1_000);
    private static final QuotaLimit CALLS = limit(2, QuotaUnit.CALLS, 10);
    private static final Amounts SEVENTY = new Amounts(1, 0, 70);

    private int woken;
    private final LeaseHolder holder =
            new LeaseHolder(new GatewayId("gateway-1"), BOOT, LeaseTerms.STANDARD, () -> woken++);
    private final LimitShare money = holder.share(MONEY);
    private final LimitShare calls = holder.share(CALLS);

    private static QuotaLimit limit(long id, QuotaUnit unit, long amount) {
        UUID tenant = new UUID(0, 7);
        return new QuotaLimit(
                new TenantId(tenant),
                new LimitId(new UUID(0, id)),
                new QuotaSubject(QuotaSubject.Kind.TENANT, tenant.toString()),
                unit,
                new QuotaWindow.Rolling(WindowLength.HOUR),
                amount);
    }

    private static LeaseGrant grant(LeaseId lease, long amount) {
        return new LeaseGrant(
                lease,
                amount,
                500,
                Instant.ofEpochMilli(NOW),
                Instant.EPOCH,
                Instant.ofEpochMilli(NOW + 30_000),
                RESET);
    }

    private static Admission admit(Amounts bound, LimitShare... shares) {
        return Reservation.admit(shares, bound, NOW);
    }

    /** Has the share ask, and answers. */
    private LeaseId leased(LimitShare share, Amounts need, long amount) {
        assertThat(admit(need, share)).isEqualTo(new Admission.Wanting(share));
        LeaseRequest request = (LeaseRequest) holder.tick(NOW).getLast();
        holder.receive(grant(request.lease(), amount), NOW);
        return request.lease();
    }

    private static Reservation admitted(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Admitted.class);
        return ((Admission.Admitted) admission).reservation();
    }

    @Test
    void a_call_without_limits_reserves_nothing_and_charges_nothing() {
        assertThat(admitted(admit(SEVENTY)).settle(SEVENTY)).isEmpty();
        assertThat(holder.tick(NOW)).isEmpty();
    }

    @Test
    void the_first_call_wants_and_is_woken_by_the_grant() {
        boolean[] told = {false};
        assertThat(admit(SEVENTY, money)).isEqualTo(new Admission.Wanting(money));
        assertThat(money.onNews(() -> told[0] = true)).isTrue();
        assertThat(woken).isEqualTo(1);

        LeaseId id = new LeaseId(MONEY.id(), BOOT, 1);
        assertThat(holder.tick(NOW))
                .containsExactly(new LeaseRequest(id, new GatewayId("gateway-1"), 70, 70, Instant.ofEpochMilli(NOW)));
        holder.receive(grant(id, 100), NOW);

        assertThat(told[0]).isTrue();
        assertThat(admitted(admit(SEVENTY, money)).settle(new Amounts(1, 0, 50)))
                .containsExactly(new Charge(id, 50));
        assertThat(money.left()).isEqualTo(50);
    }

    @Test
    void a_request_is_repeated_until_it_is_answered_and_names_the_same_lease() {
        admit(SEVENTY, money);
        LeaseRequest first = (LeaseRequest) holder.tick(NOW).getFirst();

        assertThat(holder.tick(NOW + 499)).isEmpty();
        LeaseRequest second = (LeaseRequest) holder.tick(NOW + 500).getFirst();

        assertThat(second.lease()).isEqualTo(first.lease());
        assertThat(second.askedAt()).isEqualTo(Instant.ofEpochMilli(NOW + 500));
    }

    @Test
    void several_limits_are_taken_from_all_or_from_none() {
        leased(money, SEVENTY, 100);
        leased(calls, SEVENTY, 1);

        Reservation first = admitted(admit(new Amounts(1, 0, 40), money, calls));
        assertThat(admit(new Amounts(1, 0, 40), money, calls)).isEqualTo(new Admission.Wanting(calls));

        assertThat(money.left()).isEqualTo(60);
        assertThat(first.settle(new Amounts(1, 0, 40)))
                .extracting(Charge::amount)
                .containsExactly(40L, 1L);
    }

    @Test
    void of_tokens_no_more_is_reserved_and_charged_for_a_call_than_its_limit_says_when_it_begins() {
        LimitShare tokens = holder.share(tokens(50));
        LeaseId id = leased(tokens, new Amounts(1, 9_000, 0), 100);
        Reservation reservation = admitted(admit(new Amounts(1, 9_000, 0), tokens));
        Reservation small = admitted(admit(new Amounts(1, 30, 0), tokens));
        assertThat(tokens.left()).isEqualTo(20);

        holder.share(tokens(10));

        assertThat(reservation.settle(new Amounts(1, 4_000, 0))).containsExactly(new Charge(id, 50));
        assertThat(small.settle(new Amounts(1, 7, 0))).containsExactly(new Charge(id, 7));
        assertThat(tokens.left()).isEqualTo(43);
    }

    private static QuotaLimit tokens(long perCallMax) {
        return new QuotaLimit(
                MONEY.tenant(),
                new LimitId(new UUID(0, 3)),
                MONEY.subject(),
                QuotaUnit.TOKENS,
                MONEY.window(),
                1_000,
                perCallMax,
                null);
    }

    @Test
    void a_reservation_is_settled_once_and_never_charges_more_than_it_reserved() {
        LeaseId id = leased(money, SEVENTY, 100);
        Reservation reservation = admitted(admit(SEVENTY, money));

        assertThat(reservation.settle(new Amounts(1, 0, 99))).containsExactly(new Charge(id, 70));
        assertThat(reservation.settle(new Amounts(1, 0, 0))).isEmpty();
        assertThat(money.left()).isEqualTo(30);
    }

    @Test
    void a_refusal_names_the_limit_what_is_left_and_when_it_resets() {
        LeaseId id = leased(money, new Amounts(1, 0, 30), 30);
        admit(SEVENTY, money);
        LeaseRequest request = (LeaseRequest) holder.tick(NOW).getFirst();
        holder.receive(new LeaseDenial(request.lease(), 12, 0, RESET, Instant.ofEpochMilli(NOW + 5_000)), NOW);

        assertThat(admit(SEVENTY, money)).isEqualTo(new Admission.Refused(MONEY, 70, 42, RESET));
        assertThat(admitted(admit(new Amounts(1, 0, 30), money)).settle(new Amounts(1, 0, 30)))
                .containsExactly(new Charge(id, 30));
    }

    @Test
    void a_refusal_counts_what_is_on_its_way_back_to_the_ledger() {
        // given one that is recalled by the very answer, of which a call holds a part
        LeaseId id = leased(money, new Amounts(1, 0, 30), 30);
        Reservation running = admitted(admit(new Amounts(1, 0, 10), money));
        admit(SEVENTY, money);
        LeaseRequest request = (LeaseRequest) holder.tick(NOW).getFirst();
        // when
        holder.receive(new LeaseRecall(id), NOW);
        holder.receive(new LeaseDenial(request.lease(), 12, 30, RESET, Instant.ofEpochMilli(NOW + 5_000)), NOW);
        // then
        assertThat(admit(SEVENTY, money)).isEqualTo(new Admission.Refused(MONEY, 70, 32, RESET));
        running.settle(new Amounts(1, 0, 10));
    }

    @Test
    void what_goes_back_is_said_before_what_is_asked_for_and_counted_once() {
        // given
        LeaseId id = leased(money, new Amounts(1, 0, 30), 30);
        holder.receive(new LeaseRecall(id), NOW);
        admit(SEVENTY, money);
        // when
        List<QuotaRequest> says = holder.tick(NOW);
        holder.receive(new LeaseDenial(says.getLast().lease(), 42, 0, RESET, Instant.ofEpochMilli(NOW + 5_000)), NOW);
        // then
        assertThat(says).first().isEqualTo(new LeaseReport(id, 0, true));
        assertThat(says).last().isInstanceOf(LeaseRequest.class);
        assertThat(admit(SEVENTY, money)).isEqualTo(new Admission.Refused(MONEY, 70, 42, RESET));
    }

    @Test
    void a_call_waits_where_others_were_just_asked_to_return_enough() {
        admit(SEVENTY, money);
        LeaseRequest request = (LeaseRequest) holder.tick(NOW).getFirst();
        holder.receive(new LeaseDenial(request.lease(), 12, 500, RESET, Instant.ofEpochMilli(NOW + 300)), NOW);

        assertThat(admit(SEVENTY, money)).isEqualTo(new Admission.Wanting(money));
        assertThat(holder.tick(NOW + 299)).isEmpty();
        assertThat(holder.tick(NOW + 300)).hasSize(1);
    }

    @Test
    void what_costs_more_than_the_whole_limit_is_refused_without_asking() {
        assertThat(admit(new Amounts(1, 0, 1_001), money)).isInstanceOf(Admission.Refused.class);
        assertThat(woken).isZero();
    }

    @Test
    void what_waits_is_bounded() {
        for (int i = 0; i < LimitShare.WAITING_MAX; i++) {
            assertThat(money.onNews(() -> {})).isTrue();
        }
        assertThat(money.onNews(() -> {})).isFalse();
    }

    @Test
    void a_lease_is_of_no_use_after_its_term_and_goes_back() {
        LeaseId id = leased(money, SEVENTY, 100);
        Reservation running = admitted(admit(SEVENTY, money));

        assertThat(Reservation.admit(new LimitShare[] {money}, new Amounts(1, 0, 1), NOW + 30_000))
                .isInstanceOf(Admission.Wanting.class);
        assertThat(holder.tick(NOW + 30_000)).contains(new LeaseReport(id, 70, false));
        running.settle(new Amounts(1, 0, 20));
        assertThat(holder.tick(NOW + 30_200)).contains(new LeaseReport(id, 20, true));
        assertThat(holder.tick(NOW + 31_200)).contains(new LeaseReport(id, 20, true));

        holder.receive(new LeaseSettled(id), NOW + 31_300);
        assertThat(holder.tick(NOW + 33_000)).noneMatch(says -> says.lease().equals(id));
    }

    @Test
    void a_lease_is_of_no_use_before_its_window_begins_by_the_gateways_own_clock() {
        admit(SEVENTY, money);
        LeaseRequest request = (LeaseRequest) holder.tick(NOW).getFirst();
        Instant at = Instant.ofEpochMilli(NOW + 400);
        holder.receive(new LeaseGrant(request.lease(), 100, 0, at, at, at.plusSeconds(30), RESET), NOW);

        assertThat(admit(SEVENTY, money)).isInstanceOf(Admission.Wanting.class);
        assertThat(Reservation.admit(new LimitShare[] {money}, SEVENTY, NOW + 400))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void a_recalled_lease_goes_back_but_for_what_running_calls_hold() {
        LeaseId id = leased(money, SEVENTY, 100);
        admitted(admit(SEVENTY, money));

        holder.receive(new LeaseRecall(id), NOW);

        assertThat(holder.tick(NOW)).contains(new LeaseReport(id, 70, false));
        assertThat(money.left()).isZero();
    }

    @Test
    void a_grant_that_nobody_waits_for_goes_back_whole_and_a_second_copy_changes_nothing() {
        LeaseId id = leased(money, SEVENTY, 100);
        LeaseId never = new LeaseId(MONEY.id(), BOOT, 99);

        assertThat(holder.receive(grant(id, 100), NOW)).isEmpty();
        assertThat(money.left()).isEqualTo(100);
        assertThat(holder.receive(grant(never, 100), NOW)).containsExactly(new LeaseReport(never, 0, true));
        assertThat(money.left()).isEqualTo(100);
    }

    @Test
    void what_is_said_to_other_gateways_or_processes_is_passed_over() {
        admit(SEVENTY, money);
        holder.tick(NOW);

        LeaseId others = new LeaseId(MONEY.id(), new UUID(4, 4), 1);
        assertThat(holder.receive(grant(others, 100), NOW)).isEmpty();

        assertThat(money.left()).isZero();
    }

    @Test
    void a_gateway_whose_clock_is_late_by_more_than_the_margin_uses_no_lease() {
        admit(SEVENTY, money);
        LeaseRequest request = (LeaseRequest) holder.tick(NOW).getFirst();
        long late = NOW - LeaseTerms.STANDARD.clockMargin().toMillis() - 1;

        holder.receive(grant(request.lease(), 100), late);

        assertThat(admit(SEVENTY, money)).isInstanceOf(Admission.Wanting.class);
        assertThat(holder.clockBehind()).isEqualTo(1);
        assertThat(holder.tick(late)).contains(new LeaseReport(request.lease(), 0, true));
    }

    @Test
    void an_idle_lease_goes_back_and_the_share_comes_to_rest() {
        LeaseId id = leased(money, SEVENTY, 100);
        holder.tick(NOW + 500);

        assertThat(holder.tick(NOW + 3_500)).contains(new LeaseReport(id, 0, true));
        holder.receive(new LeaseSettled(id), NOW + 3_600);
        holder.tick(NOW + 3_600);

        assertThat(holder.isAtRest()).isTrue();
    }

    @Test
    void the_next_lease_is_asked_for_before_the_one_at_hand_is_used_up() {
        leased(money, SEVENTY, 100);
        Reservation one = admitted(admit(SEVENTY, money));
        one.settle(SEVENTY);
        admitted(admit(new Amounts(1, 0, 20), money)).settle(SEVENTY);

        List<QuotaRequest> says = holder.tick(NOW + 500);

        assertThat(says).singleElement().isInstanceOfSatisfying(LeaseRequest.class, ask -> {
            assertThat(ask.wanted()).isGreaterThan(ask.atLeast());
        });
    }

    @Test
    void a_gateway_that_ends_returns_all_it_has() {
        LeaseId first = leased(money, SEVENTY, 100);
        LeaseId second = leased(calls, SEVENTY, 5);

        holder.closeAll();

        assertThat(holder.tick(NOW)).contains(new LeaseReport(first, 0, true), new LeaseReport(second, 0, true));
        assertThat(holder.isAtRest()).isFalse();
    }

    @Test
    void a_gateway_that_ends_asks_for_nothing_more_and_returns_what_comes_late() {
        assertThat(admit(SEVENTY, money)).isInstanceOf(Admission.Wanting.class);
        LeaseId late = holder.tick(NOW).getFirst().lease();

        holder.closeAll();
        holder.receive(grant(late, 100), NOW);

        assertThat(admit(SEVENTY, money)).isInstanceOf(Admission.Wanting.class);
        assertThat(holder.tick(NOW)).containsExactly(new LeaseReport(late, 0, true));
        holder.receive(new LeaseSettled(late), NOW);
        assertThat(holder.tick(NOW + 600)).isEmpty();
        assertThat(holder.isAtRest()).isTrue();
    }

    @Test
    void calls_are_not_held_to_a_limit_that_is_no_more() {
        // given
        LeaseId lease = leased(money, SEVENTY, 100);
        Reservation running = admitted(admit(SEVENTY, money));
        // when
        holder.drop(MONEY.id());
        // then
        assertThat(admitted(admit(new Amounts(1, 0, 5_000), money)).settle(SEVENTY))
                .isEmpty();
        assertThat(running.settle(SEVENTY)).containsExactly(new Charge(lease, 70));
        assertThat(holder.tick(NOW)).containsExactly(new LeaseReport(lease, 70, true));
        holder.receive(new LeaseSettled(lease), NOW);
        holder.tick(NOW + 200);
        assertThat(holder.find(MONEY.id())).isEmpty();
        assertThat(holder.share(MONEY)).isNotSameAs(money);
    }

    @Test
    void a_limit_that_comes_back_before_all_of_it_was_returned_holds_again() {
        leased(money, SEVENTY, 100);
        holder.drop(MONEY.id());

        assertThat(holder.share(MONEY)).isSameAs(money);

        assertThat(admit(SEVENTY, money)).isEqualTo(new Admission.Wanting(money));
    }

    @Test
    void who_waits_no_more_leaves_room_for_others() {
        Runnable news = () -> {};
        for (int i = 0; i < LimitShare.WAITING_MAX; i++) {
            assertThat(money.onNews(news)).isTrue();
        }
        money.forget(news);

        assertThat(money.waiting()).isEqualTo(LimitShare.WAITING_MAX - 1);
        assertThat(money.onNews(news)).isTrue();
        money.forget(() -> {});
        assertThat(money.onNews(news)).isFalse();
    }
}
