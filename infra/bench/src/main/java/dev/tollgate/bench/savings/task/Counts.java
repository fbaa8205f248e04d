package dev.tollgate.bench.savings.task;

import dev.tollgate.bench.savings.agent.Json;
import java.util.List;
import java.util.Map;

/** What was counted by name. */
final class Counts {
    private Counts() {}

    /** The names with the greatest numbers; of equals the first in the alphabet. */
    static List<String> most(Map<String, ? extends Number> counts, int limit) {
        return Json.greatest(
                        List.copyOf(counts.entrySet()),
                        count -> count.getValue().longValue(),
                        Map.Entry::getKey)
                .stream()
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
