package dev.tollgate.model.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hard limit: within its window no more than its amount is spent.
 *
 * @param amount whole units; zero lets nothing through
 * @param perCallMax of one on tokens: the most that is reserved, and so charged, for one call; absent of others
 * @param overrides in the order of time, none within another; those that are over mean nothing
 */
public record QuotaLimit(
        TenantId tenant,
        LimitId id,
        QuotaSubject subject,
        QuotaUnit unit,
        QuotaWindow window,
        long amount,
        @Nullable Long perCallMax,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<AmountOverride> overrides) {
    /** A hundred million dollars, in nano-dollars: far from where sums of two amounts overflow. */
    public static final long AMOUNT_MAX = 100_000_000_000_000_000L;

    public QuotaLimit {
        checkAmount(amount);
        if ((unit == QuotaUnit.CONCURRENT) != (window instanceof QuotaWindow.Running)) {
            throw new IllegalArgumentException("what runs at once is counted in no window, and all else within one");
        }
        if ((unit == QuotaUnit.TOKENS) != (perCallMax != null) || perCallMax != null && perCallMax < 1) {
            throw new IllegalArgumentException(
                    "a limit on tokens, and no other, reserves 1 or more of them for a call");
        }
        overrides = overrides == null ? List.of() : List.copyOf(overrides);
        for (int i = 1; i < overrides.size(); i++) {
            if (overrides.get(i).from().isBefore(overrides.get(i - 1).until())) {
                throw new IllegalArgumentException("of two overrides one begins when the other has ended");
            }
        }
    }

    /** One that is the same at all times, on anything but tokens. */
    public QuotaLimit(
            TenantId tenant, LimitId id, QuotaSubject subject, QuotaUnit unit, QuotaWindow window, long amount) {
        this(tenant, id, subject, unit, window, amount, null, null);
    }

    static void checkAmount(long amount) {
        if (amount < 0 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("a limit lies between 0 and " + AMOUNT_MAX + ", not at " + amount);
        }
    }

    @Override
    public List<AmountOverride> overrides() {
        return overrides == null ? List.of() : overrides;
    }

    /** What holds at a moment. */
    public long amountAt(Instant at) {
        for (AmountOverride each : overrides()) {
            if (each.holds(at)) {
                return each.amount();
            }
        }
        return amount;
    }

    /** When an override begins or ends next. */
    public Optional<Instant> changesAfter(Instant at) {
        return overrides().stream()
                .flatMap(each -> Stream.of(each.from(), each.until()))
                .filter(change -> change.isAfter(at))
                .findFirst();
    }

    /** The most that holds now or later. */
    public long amountMaxFrom(Instant at) {
        return overrides().stream()
                .filter(each -> each.until().isAfter(at))
                .mapToLong(AmountOverride::amount)
                .reduce(amount, Math::max);
    }

    /** What is reserved for a call that may take so much. */
    public long reserved(long bound) {
        return perCallMax == null ? bound : Math.min(bound, perCallMax);
    }
}
