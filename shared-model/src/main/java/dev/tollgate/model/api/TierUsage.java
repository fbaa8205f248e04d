package dev.tollgate.model.api;

import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PricePeriod;
import java.time.Instant;

/**
 * How much of a tier is used in the period that is now, of a price that counts from call to call. Amounts are whole units of what is
 * counted.
 *
 * @param after so many come before the tier in the period
 * @param upTo the last one of it, counted from 1
 * @param used what calls have had of it for certain
 * @param held what gateways can still use, or may have used, without having said so
 * @param left what is neither
 * @param resetsAt when the period ends
 */
public record TierUsage(
        Measure measure,
        PricePeriod period,
        long after,
        long upTo,
        long used,
        long held,
        long left,
        Instant resetsAt) {}
