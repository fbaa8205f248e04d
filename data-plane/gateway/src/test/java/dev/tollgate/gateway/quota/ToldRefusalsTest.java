package dev.tollgate.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.quota.lease.Admission;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is told of limits again and again")
class ToldRefusalsTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.250Z");
    private static final Instant RESET = Instant.parse("2026-03-01T10:00:30Z");

    private final ToldRefusals told = new ToldRefusals();

    private static QuotaLimit limit(int id, long amount) {
        return new QuotaLimit(
                TENANT,
                new LimitId(new UUID(7, id)),
                new QuotaSubject(QuotaSubject.Kind.TENANT, TENANT.toString()),
                QuotaUnit.CALLS,
                new QuotaWindow.Rolling(WindowLength.MINUTE),
                amount);
    }

    private LimitRefusal exhausted(QuotaLimit limit, long left, Instant resetsAt, Instant now) {
        return told.of(RefusalFacts.exhausted(new Admission.Refused(limit, 1, left, resetsAt), "a minute's", now));
    }

    @Test
    @DisplayName("is put into words once for all that are refused with the same facts")
    void the_same() {
        var first = exhausted(limit(1, 60), 0, RESET, NOW);

        assertThat(exhausted(limit(1, 60), 0, RESET, NOW.plusMillis(500))).isSameAs(first);
        assertThat(first)
                .returns(RefusalReason.RATE_LIMITED, LimitRefusal::reason)
                .returns(30L, LimitRefusal::retryAfterSeconds);
        assertThat(first.words())
                .isEqualTo(
                        "The call was not made: it may cost 1 call, and the limit \"a minute's\" of its tenant has 60 calls"
                                + " for any minute and 0 calls left. Something is free again at 2026-03-01T10:00:30Z.");
        assertThat(first.data())
                .contains("\"retryAfterSeconds\":30", "\"left\":0", "\"resetsAt\":\"2026-03-01T10:00:30Z\"");
    }

    @Test
    @DisplayName("is put into words anew when the wait, what is left, the reset, the amount or the name is another")
    void another() {
        var first = exhausted(limit(1, 60), 0, RESET, NOW);

        assertThat(exhausted(limit(1, 60), 0, RESET, NOW.plusSeconds(1)).retryAfterSeconds())
                .isEqualTo(29);
        assertThat(exhausted(limit(1, 61), 0, RESET, NOW).words()).contains("61 calls");
        assertThat(exhausted(limit(1, 60), -1, RESET, NOW).data()).contains("\"left\":-1");
        assertThat(exhausted(limit(1, 60), 0, RESET.plusMillis(1), NOW).words()).contains("10:00:30.001Z");
        var refused = new Admission.Refused(limit(1, 60), 1, 0, RESET);
        assertThat(told.of(RefusalFacts.exhausted(refused, null, NOW)).words()).contains("and a limit of its tenant");
        assertThat(told.of(RefusalFacts.unheard(refused, "a minute's", NOW)).reason())
                .isEqualTo(RefusalReason.LEDGER_UNHEARD);
        assertThat(exhausted(limit(1, 60), 0, RESET, NOW)).isEqualTo(first);
    }

    @Test
    @DisplayName("is of its own limit, however many there are")
    void many_limits() {
        IntStream.range(0, 2_000).forEach(each -> exhausted(limit(each, 60), 0, RESET, NOW));

        assertThat(IntStream.range(0, 2_000))
                .allSatisfy(each -> assertThat(
                                exhausted(limit(each, 60), 0, RESET, NOW).data())
                        .contains(limit(each, 60).id().toString()));
    }
}
