package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitOverride;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitUsage;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewLimitOverride;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.WithdrawLimitOverride;
import dev.tollgate.ui.client.TollgateApi;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits in memory. */
interface FakeLimits extends TollgateApi {
    FakeContent content();

    @Override
    default Page<Limit> limits(@Nullable String search, int limit, @Nullable String cursor) {
        return content()
                .page(
                        content().limits.stream()
                                .filter(one -> search == null || one.name().contains(search))
                                .toList(),
                        limit,
                        cursor);
    }

    @Override
    default Limit createLimit(String idempotencyKey, NewLimit wanted) {
        FakeContent.refuseTaken(wanted.name());
        refuseNoNumber(wanted);
        Limit made = limit(UUID.randomUUID(), wanted, 1);
        content().limits.add(made);
        return content().answer(made);
    }

    @Override
    default Limit replaceLimit(UUID id, String ifMatch, NewLimit wanted) {
        Limit old = FakeContent.one(content().limits, Limit::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content().swap(content().limits, old, limit(id, wanted, old.version() + 1));
    }

    @Override
    default Limit overrideLimit(UUID id, String ifMatch, NewLimitOverride wanted) {
        Limit old = FakeContent.one(content().limits, Limit::id, id);
        FakeContent.precondition(ifMatch, old.version());
        Instant from = wanted.from() == null ? Demo.NOW : wanted.from();
        int windows = wanted.windows() == null ? 1 : wanted.windows();
        LimitOverride made = new LimitOverride(
                UUID.randomUUID(), from, from.plus(Duration.ofDays(windows)), windows, wanted.amount(), Demo.NOW);
        return content().swap(content().limits, old, with(old, List.of(made)));
    }

    @Override
    default Limit withdrawLimitOverride(UUID id, String ifMatch, WithdrawLimitOverride wanted) {
        Limit old = FakeContent.one(content().limits, Limit::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content()
                .swap(
                        content().limits,
                        old,
                        with(
                                old,
                                old.overrides().stream()
                                        .filter(one -> !one.id().equals(wanted.id()))
                                        .toList()));
    }

    private static Limit with(Limit old, List<LimitOverride> overrides) {
        return new Limit(
                old.id(),
                old.name(),
                old.subject(),
                old.subjectName(),
                old.unit(),
                old.window(),
                old.amount(),
                old.perCallMax(),
                overrides,
                old.enforcement(),
                old.alertAt(),
                old.createdAt(),
                old.version() + 1);
    }

    @Override
    default void deleteLimit(UUID id, String ifMatch) {
        Limit old = FakeContent.one(content().limits, Limit::id, id);
        FakeContent.precondition(ifMatch, old.version());
        content().limits.remove(old);
    }

    @Override
    default LimitUsage limitUsage(UUID id) {
        Limit limit = FakeContent.one(content().limits, Limit::id, id);
        content().log.add("limitUsage " + limit.name());
        if (limit.enforcement() == Enforcement.WARN && content().callsAway) {
            throw FakeContent.problem(503, "Unavailable", null);
        }
        String spent = content().spent.getOrDefault(id, "0");
        boolean running = limit.unit() == LimitUnit.CONCURRENT;
        BigDecimal left = new BigDecimal(limit.amount()).subtract(new BigDecimal(spent));
        return content()
                .answer(new LimitUsage(
                        limit.amount(),
                        running ? "0" : spent,
                        running ? spent : "0",
                        left.toPlainString(),
                        running ? null : Demo.NOW.plusSeconds(3_600),
                        null));
    }

    private static void refuseNoNumber(NewLimit wanted) {
        if (!wanted.amount().matches("[0-9.]+")) {
            throw FakeContent.problem(
                    422,
                    "The request is not valid",
                    List.of(new Problem.FieldError(
                            "amount", "an amount is a decimal number of dollars such as 0.0125")));
        }
    }

    private static Limit limit(UUID id, NewLimit wanted, long version) {
        return new Limit(
                id,
                wanted.name(),
                wanted.subject(),
                null,
                wanted.unit(),
                wanted.window(),
                wanted.amount(),
                wanted.perCallMax(),
                List.of(),
                wanted.enforcement(),
                wanted.alertAt() == null ? List.of(50, 80, 100) : wanted.alertAt(),
                Instant.now(),
                version);
    }
}
