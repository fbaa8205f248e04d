package dev.tollgate.model.price;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a call cost what it cost. As text: {@code 0.0125 = 1 call x 0.0125}.
 *
 * @param lines what was counted; their amounts add up to the total unless it was adjusted
 * @param total what is charged
 */
public record PriceExplanation(CallStatus status, List<PriceLine> lines, Money total, Adjustment adjustment) {
    /** Why the total is another than the sum. */
    public enum Adjustment {
        /** It is not. */
        NONE(""),
        MINIMUM("raised to the minimum"),
        MAXIMUM("lowered to the maximum"),
        FREE_FAILURE("free, because it failed"),
        FIXED_FAILURE("the price of this failure");

        private final String text;

        Adjustment(String text) {
            this.text = text;
        }
    }

    public PriceExplanation {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        String sum = lines.stream().map(PriceLine::toString).collect(Collectors.joining(" + "));
        String counted = sum.isEmpty() && adjustment == Adjustment.NONE ? "nothing counted" : sum;
        String why = adjustment.text.isEmpty() || counted.isEmpty() ? adjustment.text : ", " + adjustment.text;
        return total.dollars() + " = " + counted + why;
    }
}
