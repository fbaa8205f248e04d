package dev.tollgate.model.quota.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * Which of a boot's requests were decided: a late copy of one is not granted again, or after it was denied.
 *
 * @param number the highest that was
 * @param since when the last lease of the boot was granted, denied or settled; a copy that is older than requests may be needs no fence
 */
public record BootFence(UUID boot, long number, Instant since) {}
