package dev.tollgate.control.limit;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.LimitOverride;
import dev.tollgate.model.api.NewLimitOverride;
import dev.tollgate.model.quota.AmountOverride;
import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The amounts that a limit has for a while instead of its own, the first one first; a text of its row. */
record Overrides(List<Kept> kept) {
    /** That hold or are to come. */
    static final int COUNT_MAX = 12;

    static final Overrides NONE = new Overrides(List.of());

    Overrides {
        kept = List.copyOf(kept);
    }

    /** One of them, in the limit's unit. */
    record Kept(UUID id, Instant from, Instant until, int windows, long amount, Instant createdAt) {}

    static Overrides read(@Nullable String json) {
        return json == null ? NONE : WireJson.decode(json.getBytes(StandardCharsets.UTF_8), Overrides.class);
    }

    @Nullable
    String json() {
        return kept.isEmpty() ? null : new String(WireJson.encode(this), StandardCharsets.UTF_8);
    }

    List<AmountOverride> toModel() {
        return kept.stream()
                .map(one -> new AmountOverride(one.from, one.until, one.amount))
                .toList();
    }

    List<LimitOverride> toApi(QuotaUnit unit, Instant now) {
        return standing(now)
                .map(one -> new LimitOverride(
                        one.id, one.from, one.until, one.windows, LimitAmounts.text(unit, one.amount), one.createdAt))
                .toList();
    }

    private Stream<Kept> standing(Instant now) {
        return kept.stream().filter(one -> one.until.isAfter(now));
    }

    /**
     * With one more, and without those that are over.
     *
     * @throws Refused if it is none, one too many, or would hold while another does
     */
    Overrides with(NewLimitOverride wanted, QuotaLimit limit, Instant now) {
        FieldErrors errors = new FieldErrors();
        OverrideRules.check(errors, wanted, limit, now);
        errors.throwIfAny();
        int windows = OverrideRules.windows(wanted);
        Period time = OverrideRules.time(wanted, limit.window(), now);
        List<Kept> standing = standing(now).toList();
        if (standing.size() >= COUNT_MAX) {
            throw new Refused(new Refusal.WrongState(
                    COUNT_MAX + " overrides hold or are to come already, which is the most. Withdraw one first."));
        }
        Optional<Kept> other = standing.stream()
                .filter(one -> one.from.isBefore(time.end()) && time.start().isBefore(one.until))
                .findFirst();
        if (other.isPresent()) {
            throw Refused.invalid(
                    "from",
                    "another override holds from " + other.get().from + " to " + other.get().until
                            + ", and this one would from " + time.start() + " to " + time.end());
        }
        long amount = LimitAmounts.parse(limit.unit(), wanted.amount());
        Kept added = new Kept(Ids.next(), time.start(), time.end(), windows, amount, now);
        return new Overrides(Stream.concat(standing.stream(), Stream.of(added))
                .sorted(Comparator.comparing(Kept::from))
                .toList());
    }

    /**
     * @throws Refused if a call would not fit into one that holds or is to come
     */
    void checkFit(@Nullable Long perCallMax, Instant now) {
        FieldErrors errors = new FieldErrors();
        standing(now).forEach(one -> errors.check("perCallMax", () -> LimitRules.checkFits(perCallMax, one.amount)));
        errors.throwIfAny();
    }

    /**
     * Without one of them, and without those that are over.
     *
     * @throws Refused if it neither holds nor is to come
     */
    Overrides without(UUID id, Instant now) {
        if (standing(now).noneMatch(one -> one.id.equals(id))) {
            throw Refused.invalid("id", "no such override holds or is to come");
        }
        return new Overrides(standing(now).filter(one -> !one.id.equals(id)).toList());
    }
}
