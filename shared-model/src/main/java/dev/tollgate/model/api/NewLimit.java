package dev.tollgate.model.api;

import dev.tollgate.model.quota.QuotaSubject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit as written by a client. Subject, unit and window of one that is there stay as they are.
 *
 * @param name unique among the tenant's limits
 * @param subject whom or what it holds, such as {@code team:<uuid>} or {@code tier:pro}
 * @param window absent of what runs at once
 * @param amount a whole number of calls or tokens, or dollars with up to nine decimals; zero lets nothing through
 * @param perCallMax of tokens: the most that is reserved, and charged, for one call; absent means 50,000
 * @param alertAt how much of it is used when an alert is raised, each in percent; absent means 50, 80 and 100, empty never
 */
public record NewLimit(
        String name,
        QuotaSubject subject,
        LimitUnit unit,
        @Nullable LimitWindow window,
        String amount,
        @Nullable Long perCallMax,
        Enforcement enforcement,
        @Nullable List<Integer> alertAt) {}
