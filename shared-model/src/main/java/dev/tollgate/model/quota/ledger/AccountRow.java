package dev.tollgate.model.quota.ledger;

import dev.tollgate.model.quota.QuotaLimit;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the ledger knows of one limit.
 *
 * @param clock the latest time at which anything was decided; the account's time never goes back
 * @param settled amounts that were spent, by when they stop to count
 */
public record AccountRow(
        QuotaLimit limit,
        Instant clock,
        List<HeldLease> held,
        List<BootFence> fences,
        Map<Instant, Long> settled,
        Totals totals) {
    public AccountRow {
        held = List.copyOf(held);
        fences = List.copyOf(fences);
        settled = Map.copyOf(settled);
    }

    /** Of a limit that nothing was granted of. */
    public static AccountRow fresh(QuotaLimit limit) {
        return new AccountRow(limit, Instant.EPOCH, List.of(), List.of(), Map.of(), Totals.NONE);
    }
}
