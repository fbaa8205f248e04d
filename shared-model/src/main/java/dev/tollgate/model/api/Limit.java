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
 * @param amount calls, or dollars
 * @param alertAt how much of it is used when an alert is raised, each in percent
 */
public record Limit(
        UUID id,
        String name,
        QuotaSubject subject,
        @Nullable String subjectName,
        LimitUnit unit,
        LimitWindow window,
        String amount,
        Enforcement enforcement,
        List<Integer> alertAt,
        Instant createdAt,
        long version) {
    public Limit {
        alertAt = List.copyOf(alertAt);
    }
}
