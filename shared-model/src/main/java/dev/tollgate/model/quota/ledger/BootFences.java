package dev.tollgate.model.quota.ledger;

import dev.tollgate.model.quota.LeaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which requests of each boot were decided already. */
final class BootFences {
    private final Map<UUID, BootFence> fences = new HashMap<>();

    BootFences(List<BootFence> rows) {
        for (BootFence row : rows) {
            fences.put(row.boot(), row);
        }
    }

    boolean isBehind(LeaseId lease) {
        BootFence fence = fences.get(lease.boot());
        return fence != null && lease.number() <= fence.number();
    }

    /** A lease was granted, denied or settled. */
    void touch(LeaseId lease, Instant now) {
        BootFence before = fences.get(lease.boot());
        long number = before == null ? lease.number() : Math.max(before.number(), lease.number());
        fences.put(lease.boot(), new BootFence(lease.boot(), number, now));
    }

    void forget(Set<UUID> holding, Instant now, Duration age) {
        fences.values()
                .removeIf(fence -> !holding.contains(fence.boot())
                        && fence.since().plus(age).isBefore(now));
    }

    List<BootFence> rows() {
        return List.copyOf(fences.values());
    }
}
