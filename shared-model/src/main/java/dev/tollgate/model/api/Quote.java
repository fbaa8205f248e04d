package dev.tollgate.model.api;

import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.PriceLine;
import java.util.List;

/**
 * What a call costs, and why.
 *
 * @param explanation on one line, as {@code 0.0125 = 1 call x 0.0125}
 * @param most what the dearest call of a kind that gateways take could cost
 */
public record Quote(Money total, String explanation, List<PriceLine> lines, Money most) {}
