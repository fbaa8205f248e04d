package dev.tollgate.gateway.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.lease.LimitShare;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit as a caller is told that is held to it.
 *
 * @param limitName what people call it; absent if the configuration does not say
 * @param window absent of what runs at once
 * @param amount that holds now; money as decimal dollars
 * @param left as this gateway knows it: what nobody held when the ledger was last heard, and what it holds itself; absent if it
 *     knows nothing
 * @param resetsAt when something is free again; absent if nothing is known, and of what runs at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownLimit(
        LimitId limit,
        @Nullable String limitName,
        String subject,
        QuotaUnit unit,
        @Nullable LimitWindow window,
        Object amount,
        @Nullable Object left,
        @Nullable Instant resetsAt) {
    static KnownLimit of(QuotaLimit limit, @Nullable String name, Optional<LimitShare.Known> share, Instant now) {
        boolean running = limit.window() instanceof QuotaWindow.Running;
        // What a window had left says nothing of the next one.
        Optional<LimitShare.Known> known =
                share.filter(each -> running || each.resetsAt().isAfter(now));
        return new KnownLimit(
                limit.id(),
                name,
                LimitWords.subject(limit),
                limit.unit(),
                LimitWindow.of(limit.window()),
                LimitWords.figure(limit, limit.amountAt(now)),
                known.map(each -> LimitWords.figure(limit, each.left())).orElse(null),
                running ? null : known.map(LimitShare.Known::resetsAt).orElse(null));
    }
}
