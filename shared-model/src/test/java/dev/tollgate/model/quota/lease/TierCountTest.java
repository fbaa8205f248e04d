package dev.tollgate.model.quota.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.PeriodCount;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls before the tiers of a price: two of them end, at 10 and at 30. */
class TierCountTest {
    private static final long NOW = Instant.parse("2026-11-29T12:00:00Z").toEpochMilli();
    private static final Instant MONTH_END = Instant.parse("2026-12-01T00:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(0, 7));
    private static final Amounts CALL = new Amounts(1, 0, 5);

    private final LeaseHolder holder =
            new LeaseHolder(new GatewayId("gateway-1"), new UUID(3, 3), LeaseTerms.STANDARD, () -> {});
    private final LimitShare free = holder.share(tier(1, 10));
    private final LimitShare cheap = holder.share(tier(2, 20));
    private final TierCount call = count();

    private static QuotaLimit tier(int number, long size) {
        return new QuotaLimit(
                TENANT,
                new LimitId(new UUID(0, number)),
                new QuotaSubject(QuotaSubject.Kind.PRICE, new UUID(0, 3).toString()),
                QuotaUnit.CALLS,
                QuotaWindow.Calendar.of(WindowLength.MONTH, ZoneId.of("UTC")),
                size);
    }

    private TierCount count() {
        return new TierCount(new TierCount.Part(new LimitShare[] {free, cheap}, 1));
    }

    private static Admission admit(TierCount count, LimitShare... limits) {
        return Reservation.admit(limits, CALL, count, NOW);
    }

    private static Reservation admitted(Admission admission) {
        return ((Admission.Admitted) admission).reservation();
    }

    private LeaseId asked(LimitShare share) {
        return holder.tick(NOW).stream()
                .filter(LeaseRequest.class::isInstance)
                .map(QuotaRequest::lease)
                .filter(lease -> lease.limit().equals(share.limit().id()))
                .findFirst()
                .orElseThrow();
    }

    private LeaseId leased(LimitShare share, long amount) {
        LeaseId lease = asked(share);
        Instant now = Instant.ofEpochMilli(NOW);
        holder.receive(new LeaseGrant(lease, amount, 0, now, Instant.EPOCH, now.plusSeconds(30), MONTH_END), NOW);
        return lease;
    }

    private void usedUp(LimitShare share, long recalled) {
        Instant retryAt = recalled > 0 ? Instant.ofEpochMilli(NOW + 300) : MONTH_END;
        holder.receive(new LeaseDenial(asked(share), 0, recalled, MONTH_END, retryAt), NOW);
    }

    @Test
    void a_call_waits_for_the_first_tier_takes_one_of_it_and_says_so() {
        assertThat(admit(call)).isEqualTo(new Admission.Wanting(free));
        LeaseId lease = leased(free, 2);

        Reservation taken = admitted(admit(call));

        assertThat(taken.counts()).containsExactly(PeriodCount.from(new CountBefore(0, true)));
        assertThat(taken.settle(CALL, List.of(1L))).containsExactly(new Charge(lease, 1));
        assertThat(taken.settle(CALL, List.of(1L))).isEmpty();
        assertThat(free.left()).isEqualTo(1);
    }

    @Test
    void a_call_that_its_price_does_not_count_gives_its_place_back() {
        admit(call);
        leased(free, 1);

        assertThat(admitted(admit(call)).settle(CALL)).isEmpty();

        assertThat(free.left()).isEqualTo(1);
    }

    @Test
    void the_next_tier_holds_when_the_ledger_says_that_one_is_used_up_and_the_last_has_no_end() {
        admit(call);
        usedUp(free, 0);
        assertThat(admit(call)).isEqualTo(new Admission.Wanting(cheap));
        leased(cheap, 1);

        assertThat(admitted(admit(call)).counts()).containsExactly(PeriodCount.from(new CountBefore(10, true)));

        TierCount next = count();
        assertThat(admit(next)).isEqualTo(new Admission.Wanting(cheap));
        usedUp(cheap, 0);
        Reservation last = admitted(admit(next));
        assertThat(last.counts()).containsExactly(PeriodCount.from(new CountBefore(30, true)));
        assertThat(last.settle(CALL, List.of(1L))).isEmpty();
    }

    @Test
    void what_the_ledger_has_asked_others_for_is_waited_for_and_then_the_next_tier_holds() {
        admit(call);
        usedUp(free, 3);
        assertThat(admit(call)).isEqualTo(new Admission.Wanting(free));

        call.waitNoMore(free, true);

        assertThat(admit(call)).isEqualTo(new Admission.Wanting(cheap));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void where_the_ledger_did_not_answer_nothing_is_known_and_nobody_is_refused(boolean heardOfAnother) {
        admit(call);

        call.waitNoMore(free, heardOfAnother);

        assertThat(admitted(admit(call)).counts()).containsExactly(PeriodCount.from(new CountBefore(0, false)));
    }

    @Test
    void what_is_used_up_for_good_is_known_though_the_ledger_is_away() {
        admit(call);
        usedUp(free, 0);
        admit(call);

        call.waitNoMore(cheap, false);

        assertThat(admitted(admit(call)).counts()).containsExactly(PeriodCount.from(new CountBefore(10, false)));
    }

    @Test
    void while_the_ledger_owes_an_answer_that_one_call_waited_for_in_vain_others_do_not_wait() {
        admit(call);
        call.waitNoMore(free, false);
        LeaseId lease = asked(free);

        assertThat(admitted(admit(count())).counts()).containsExactly(PeriodCount.from(CountBefore.UNKNOWN));
        holder.receive(new LeaseDenial(lease, 0, 2, MONTH_END, Instant.ofEpochMilli(NOW + 300)), NOW);
        assertThat(admit(count())).isEqualTo(new Admission.Wanting(free));
    }

    @Test
    void a_call_whose_tier_is_waited_for_holds_nothing_of_its_limits() {
        LimitShare limit = holder.share(new QuotaLimit(
                TENANT,
                new LimitId(new UUID(0, 9)),
                new QuotaSubject(QuotaSubject.Kind.TENANT, TENANT.toString()),
                QuotaUnit.NANO_DOLLARS,
                new QuotaWindow.Rolling(WindowLength.DAY),
                100));
        assertThat(admit(call, limit)).isEqualTo(new Admission.Wanting(limit));
        leased(limit, 5);

        assertThat(admit(call, limit)).isEqualTo(new Admission.Wanting(free));
        assertThat(limit.left()).isEqualTo(5);

        LeaseId lease = leased(free, 1);
        assertThat(admitted(admit(call, limit)).settle(CALL, List.of(1L)))
                .extracting(Charge::lease)
                .hasSize(2)
                .contains(lease);
    }

    @Test
    void a_tier_whose_price_is_no_more_is_not_waited_for() {
        holder.drop(free.limit().id());

        assertThat(admitted(admit(call)).counts()).containsExactly(PeriodCount.from(new CountBefore(0, false)));
        assertThat(holder.tick(NOW)).isEqualTo(List.of());
    }

    private TierCount ofRows(long most) {
        return new TierCount(new TierCount.Part(new LimitShare[] {free, cheap}, most));
    }

    @Test
    void a_call_takes_as_many_units_as_it_can_have_and_what_it_does_not_need_goes_back() {
        admit(ofRows(8));
        LeaseId lease = leased(free, 10);

        Reservation taken = admitted(admit(ofRows(8)));

        assertThat(free.left()).isEqualTo(2);
        assertThat(taken.counts()).containsExactly(new PeriodCount(List.of(8L, 0L), new CountBefore(30, true)));
        assertThat(taken.settle(CALL, List.of(3L))).containsExactly(new Charge(lease, 3));
        assertThat(free.left()).isEqualTo(7);
    }

    @Test
    void what_a_tier_lacks_is_taken_of_the_next_and_what_all_lack_is_beyond_them() {
        TierCount rows = ofRows(40);
        admit(rows);
        LeaseId first = leased(free, 4);
        assertThat(admit(rows)).isEqualTo(new Admission.Wanting(free));
        usedUp(free, 0);
        assertThat(admit(rows)).isEqualTo(new Admission.Wanting(cheap));
        LeaseId second = leased(cheap, 20);
        assertThat(admit(rows)).isEqualTo(new Admission.Wanting(cheap));
        usedUp(cheap, 0);

        Reservation taken = admitted(admit(rows));

        assertThat(taken.counts()).containsExactly(new PeriodCount(List.of(4L, 20L), new CountBefore(30, true)));
        assertThat(taken.settle(CALL, List.of(6L))).containsExactly(new Charge(first, 4), new Charge(second, 2));
        assertThat(cheap.left()).isEqualTo(18);
        assertThat(free.left()).isZero();
    }

    @Test
    void a_call_that_waits_holds_nothing_of_a_tier() {
        TierCount rows = ofRows(10);
        admit(rows);
        leased(free, 4);

        assertThat(admit(rows)).isEqualTo(new Admission.Wanting(free));

        assertThat(free.left()).isEqualTo(4);
    }

    @Test
    void while_the_ledger_is_away_a_call_has_what_is_in_hand_and_of_the_rest_nothing_is_known() {
        TierCount rows = ofRows(10);
        admit(rows);
        leased(free, 4);
        admit(rows);

        rows.waitNoMore(free, false);

        Reservation taken = admitted(admit(rows));
        assertThat(taken.counts()).containsExactly(new PeriodCount(List.of(4L), CountBefore.UNKNOWN));
    }

    @Test
    void two_counts_are_taken_together_or_not_at_all() {
        TierCount both = new TierCount(
                new TierCount.Part(new LimitShare[] {free}, 1), new TierCount.Part(new LimitShare[] {cheap}, 5));
        admit(both);
        LeaseId call = leased(free, 1);
        assertThat(admit(both)).isEqualTo(new Admission.Wanting(cheap));
        assertThat(free.left()).isEqualTo(1);
        LeaseId rows = leased(cheap, 20);

        Reservation taken = admitted(admit(both));

        assertThat(taken.counts())
                .containsExactly(
                        PeriodCount.from(new CountBefore(0, true)),
                        new PeriodCount(List.of(5L), new CountBefore(20, true)));
        assertThat(taken.settle(CALL, List.of(1L, 2L))).containsExactly(new Charge(call, 1), new Charge(rows, 2));
    }
}
