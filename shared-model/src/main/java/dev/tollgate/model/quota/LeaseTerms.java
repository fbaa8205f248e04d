package dev.tollgate.model.quota;

import java.time.Duration;

/**
 * The times by which ledger and gateways deal.
 *
 * @param termMax how long a lease may be used at the most
 * @param clockMargin how far the clocks of a gateway and the ledger may differ
 * @param requestAgeMax how old a request may be when the ledger answers it
 * @param recallAfter how long a gateway may keep a lease before it is asked for it back
 * @param runMax how long a call may run at the most, with what it waited before: a call of a gateway that is silent is over then
 */
public record LeaseTerms(
        Duration termMax, Duration clockMargin, Duration requestAgeMax, Duration recallAfter, Duration runMax) {
    /** A call has ten minutes, its agent may be asked for five more, and it may have waited for a moment. */
    public static final LeaseTerms STANDARD = new LeaseTerms(
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(16));

    /** Of a short window a lease must not be a large part, or what one gateway returns late is missing in it. */
    private static final int TERMS_IN_WINDOW = 6;

    public Duration term(QuotaWindow window) {
        return switch (window) {
            case QuotaWindow.Rolling(WindowLength length) -> term(length);
            case QuotaWindow.Calendar calendar -> term(calendar.length());
            case QuotaWindow.Running _ -> termMax;
        };
    }

    private Duration term(WindowLength length) {
        Duration part = length.rolling().dividedBy(TERMS_IN_WINDOW);
        return part.compareTo(termMax) < 0 ? part : termMax;
    }
}
