package dev.tollgate.model.price;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All versions of a price, so that a call of any time can be priced, and explained, as it was then.
 *
 * @param versions with numbers and times that rise together
 */
public record PriceHistory(List<PriceVersion> versions) {
    public PriceHistory {
        versions = versions.stream()
                .sorted(Comparator.comparingLong(PriceVersion::version))
                .toList();
        for (int i = 1; i < versions.size(); i++) {
            PriceVersion one = versions.get(i - 1);
            PriceVersion next = versions.get(i);
            if (one.version() == next.version() || !one.effectiveFrom().isBefore(next.effectiveFrom())) {
                throw new IllegalArgumentException(
                        "version " + next.version() + " of a price holds from later on than the one before it");
            }
        }
    }

    /** What held for a call that began then; nothing before the first version. */
    public Optional<PriceVersion> at(Instant startedAt) {
        return versions.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(startedAt))
                .findFirst();
    }
}
