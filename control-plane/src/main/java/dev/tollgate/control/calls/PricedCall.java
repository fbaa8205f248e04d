package dev.tollgate.control.calls;

import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.CountBefore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a call's price.
 *
 * @param version 0 without a price
 * @param quantities one for each of the price's components; empty where that is the call alone
 * @param before absent where counting calls does not go on from call to call
 * @param tierCounts of all else that goes on, one number for each of its tiers; empty where nothing does
 * @param tokens absent where none were counted
 */
record PricedCall(
        CallStatus status,
        Money charged,
        @Nullable UUID price,
        long version,
        List<Long> quantities,
        @Nullable CountBefore before,
        List<Long> tierCounts,
        @Nullable CallTokens tokens) {}
