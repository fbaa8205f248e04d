package dev.tollgate.model.quota.ledger;

import java.time.Instant;

/**
 * Where a limit stands.
 *
 * @param settled what is known to be spent in the window that is now
 * @param held what leases can still spend, or may have spent, of it
 * @param left what is neither; negative if the limit was lowered below what was granted
 * @param resetsAt when something of it begins to be free again
 */
public record Figures(Totals totals, long settled, long held, long left, Instant resetsAt) {}
