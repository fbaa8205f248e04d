package dev.tollgate.model.quota.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRecall;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a gateway does with its part of a limit on what runs at once. */
class RunningShareTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final Amounts CALL = new Amounts(1, 900, 70);
    private static final TenantId TENANT = new TenantId(new UUID(0, 7));
    private static final QuotaLimit TEN = new QuotaLimit(
            TENANT,
            new LimitId(new UUID(0, 1)),
            new QuotaSubject(QuotaSubject.Kind.TENANT, TENANT.toString()),
            QuotaUnit.CONCURRENT,
            new QuotaWindow.Running(),
            10);

    private final LeaseHolder holder =
            new LeaseHolder(new GatewayId("gateway-1"), new UUID(3, 3), LeaseTerms.STANDARD, () -> {});
    private final LimitShare share = holder.share(TEN);

    private LeaseId leased(long amount) {
        assertThat(admit()).isEqualTo(new Admission.Wanting(share));
        LeaseRequest request = (LeaseRequest) holder.tick(NOW).getLast();
        holder.receive(
                new LeaseGrant(
                        request.lease(),
                        amount,
                        0,
                        Instant.ofEpochMilli(NOW),
                        Instant.EPOCH,
                        Instant.ofEpochMilli(NOW + 30_000),
                        Instant.ofEpochMilli(NOW + 1_000)),
                NOW);
        return request.lease();
    }

    private Admission admit() {
        return Reservation.admit(new LimitShare[] {share}, CALL, NOW);
    }

    private Reservation running() {
        return ((Admission.Admitted) admit()).reservation();
    }

    @Test
    void a_call_takes_a_place_gives_it_back_whole_and_charges_nothing() {
        leased(1);
        Reservation call = running();
        assertThat(admit()).isInstanceOf(Admission.Wanting.class);

        assertThat(call.settle(CALL)).isEmpty();

        assertThat(share.left()).isEqualTo(1);
        running();
    }

    @Test
    void places_of_calls_that_run_on_are_told_as_they_become_free() {
        LeaseId lease = leased(3);
        List<Reservation> calls = List.of(running(), running());

        assertThat(holder.tick(NOW + 30_000)).containsExactly(new LeaseReport(lease, 2, false));
        calls.getFirst().settle(CALL);
        assertThat(holder.tick(NOW + 31_000)).containsExactly(new LeaseReport(lease, 1, false));
        calls.getLast().settle(CALL);
        assertThat(holder.tick(NOW + 32_000)).containsExactly(new LeaseReport(lease, 0, true));
    }

    @Test
    void where_all_places_run_a_recall_changes_nothing_and_else_what_does_not_run_goes_back() {
        LeaseId lease = leased(2);
        Reservation first = running();
        Reservation second = running();

        holder.receive(new LeaseRecall(lease), NOW);
        assertThat(holder.tick(NOW)).isEmpty();
        second.settle(CALL);
        assertThat(share.left()).isEqualTo(1);

        holder.receive(new LeaseRecall(lease), NOW);
        assertThat(holder.tick(NOW)).containsExactly(new LeaseReport(lease, 1, false));
        first.settle(CALL);
    }

    @Test
    void as_many_places_are_wanted_as_calls_ran_at_once_however_many_come() {
        leased(2);
        for (int i = 0; i < 1_000; i++) {
            running().settle(CALL);
        }
        List<Reservation> calls = IntStream.range(0, 2).mapToObj(_ -> running()).toList();
        holder.tick(NOW + 500);

        admit();
        QuotaRequest said = holder.tick(NOW + 600).getLast();

        assertThat(said).isInstanceOfSatisfying(LeaseRequest.class, asked -> {
            assertThat(asked.atLeast()).isEqualTo(1);
            assertThat(asked.wanted()).isEqualTo(2);
        });
        calls.forEach(call -> call.settle(CALL));
    }
}
