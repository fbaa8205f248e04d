package dev.tollgate.model.price;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tollgate.model.event.CallStatus;
import org.jspecify.annotations.Nullable;

/**
 * What calls cost that did not go well.
 *
 * @param refused of calls that Tollgate refused; the server has not seen them, so they are free or have a price of their own
 */
public record FailureCharges(
        FailureCharge toolError,
        FailureCharge upstreamError,
        FailureCharge timeout,
        FailureCharge cancelled,
        FailureCharge refused) {
    /** All that fails is free. */
    public static final FailureCharges FREE = all(new FailureCharge.Free());
    /** All that reached the server costs what it costs when it goes well. */
    public static final FailureCharges AS_USUAL = all(new FailureCharge.AsUsual());

    public FailureCharges {
        if (refused instanceof FailureCharge.AsUsual) {
            throw new IllegalArgumentException("a refused call has no usual price: it was not made");
        }
    }

    /** As it is read: what is not named is free. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static FailureCharges read(
            @JsonProperty("toolError") @Nullable FailureCharge toolError,
            @JsonProperty("upstreamError") @Nullable FailureCharge upstreamError,
            @JsonProperty("timeout") @Nullable FailureCharge timeout,
            @JsonProperty("cancelled") @Nullable FailureCharge cancelled,
            @JsonProperty("refused") @Nullable FailureCharge refused) {
        return new FailureCharges(
                orFree(toolError), orFree(upstreamError), orFree(timeout), orFree(cancelled), orFree(refused));
    }

    private static FailureCharge orFree(@Nullable FailureCharge charge) {
        return charge == null ? new FailureCharge.Free() : charge;
    }

    private static FailureCharges all(FailureCharge charge) {
        return new FailureCharges(charge, charge, charge, charge, new FailureCharge.Free());
    }

    FailureCharge of(CallStatus status) {
        return switch (status) {
            case OK -> new FailureCharge.AsUsual();
            case TOOL_ERROR -> toolError;
            case UPSTREAM_ERROR -> upstreamError;
            case TIMEOUT -> timeout;
            case CANCELLED -> cancelled;
            case REFUSED -> refused;
        };
    }
}
