package dev.tollgate.model.api;

import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.PriceLine;
import dev.tollgate.model.price.PriceVersion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a call that was made cost what it did: what was counted is priced anew by the terms that held.
 *
 * @param charged what the call was charged with
 * @param priceId absent where no price decided, and for calls from before prices had versions
 * @param version the terms that held
 * @param explanation on one line
 * @param total what the call comes to by those terms; as charged, unless something is wrong
 * @param tokens why its tokens cost what they did, which is no part of the total; absent where none were counted
 */
public record CallPrice(
        Money charged,
        @Nullable UUID priceId,
        @Nullable PriceVersion version,
        String explanation,
        List<PriceLine> lines,
        Money total,
        @Nullable TokenPrice tokens) {}
