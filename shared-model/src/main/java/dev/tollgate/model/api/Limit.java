package dev.tollgate.model.api;

import dev.tollgate.model.quota.QuotaSubject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit.
 *
 * @param subjectName what people call its subject; absent where gateways do not know it now
 * @param window absent of what runs at once
 * @param amount calls, tokens, or dollars; what holds now may be another by an override
 * @param perCallMax of tokens: the most that one call takes
 * @param overrides those that hold or are to come, the first one first
 * @param alertAt how much of it is used when an alert is raised, each in percent
 */
public record Limit(
        UUID id,
        String name,
        QuotaSubject subject,
        @Nullable String subjectName,
        LimitUnit unit,
        @Nullable LimitWindow window,
        String amount,
        @Nullable Long perCallMax,
        List<LimitOverride> overrides,
        Enforcement enforcement,
        List<Integer> alertAt,
        Instant createdAt,
        long version) {
    public Limit {
        overrides = List.copyOf(overrides);
        alertAt = List.copyOf(alertAt);
    }
}
