package dev.tollgate.model.quota;

import java.time.Duration;

/**
 * The times by which ledger and gateways deal.
 *
 * @param termMax how long a lease may be used at the most
 * @param clockMargin how far the clocks of a gateway and the ledger may differ
 * @param requestAgeMax how old a request may be when the ledger answers it
 * @param recallAfter how long a gateway may keep a lease before it is asked for it back
 */
public record LeaseTerms(Duration termMax, Duration clockMargin, Duration requestAgeMax, Duration recallAfter) {
    public static final LeaseTerms STANDARD = new LeaseTerms(
            Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(1));

    /** Of a short window a lease must not be a large part, or what one gateway returns late is missing in it. */
    private static final int TERMS_IN_WINDOW = 6;

    public Duration term(QuotaWindow window) {
        Duration part = window.length().rolling().dividedBy(TERMS_IN_WINDOW);
        return part.compareTo(termMax) < 0 ? part : termMax;
    }
}
