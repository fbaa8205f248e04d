package dev.tollgate.model.price;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tollgate.model.money.Money;

/** What a call costs that did not go well. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FailureCharge.Free.class, name = "free"),
    @JsonSubTypes.Type(value = FailureCharge.AsUsual.class, name = "usual"),
    @JsonSubTypes.Type(value = FailureCharge.Fixed.class, name = "fixed")
})
public sealed interface FailureCharge {
    /** Nothing. */
    record Free() implements FailureCharge {}

    /** What a call costs that went well, of the quantities that there are. */
    record AsUsual() implements FailureCharge {}

    /** This much, whatever the quantities. */
    record Fixed(Money amount) implements FailureCharge {
        public Fixed {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("a price is not negative: " + amount);
            }
        }
    }
}
