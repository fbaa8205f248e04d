package dev.tollgate.model.price;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.QuotaWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How calls are priced.
 *
 * @param components what is counted; each at most once
 * @param minimum what a call costs at the least, if it is priced as usual
 * @param maximum what it costs at the most
 */
public record PriceTerms(
        List<PriceComponent> components,
        @Nullable Money minimum,
        @Nullable Money maximum,
        FailureCharges failures) {
    public static final int COMPONENTS_MAX = 10;

    public PriceTerms {
        components = List.copyOf(components);
        if (components.size() > COMPONENTS_MAX) {
            throw new IllegalArgumentException("a price counts up to " + COMPONENTS_MAX + " things");
        }
        if (components.stream().map(PriceComponent::measure).distinct().count() < components.size()) {
            throw new IllegalArgumentException("a price counts each thing once");
        }
        List<String> things = components.stream()
                .filter(component -> component.goesOn() || !(component.measure() instanceof Measure.Pointed))
                .map(component -> component.measure().thing())
                .toList();
        if (things.stream().distinct().count() < things.size()) {
            throw new IllegalArgumentException("a price counts each thing once");
        }
        if (minimum != null && minimum.isNegative()) {
            throw new IllegalArgumentException("a price is not negative: " + minimum);
        }
        if (maximum != null && maximum.compareTo(minimum == null ? Money.ZERO : minimum) < 0) {
            throw new IllegalArgumentException("a maximum is no less than the minimum");
        }
    }

    /** As it is read: failures are free, unless it says what they cost. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static PriceTerms read(
            @JsonProperty(value = "components", required = true) List<PriceComponent> components,
            @JsonProperty("minimum") @Nullable Money minimum,
            @JsonProperty("maximum") @Nullable Money maximum,
            @JsonProperty("failures") @Nullable FailureCharges failures) {
        return new PriceTerms(components, minimum, maximum, failures == null ? FailureCharges.FREE : failures);
    }

    /** So much for each call. */
    public static PriceTerms perCall(Money amount, FailureCharges failures) {
        return new PriceTerms(
                List.of(PriceComponent.flat(new Measure.Calls(), new Rate(amount, 1))), null, null, failures);
    }

    /** The same, with what their periods do not say as their owner's calendar has it. */
    public PriceTerms in(QuotaWindow.Calendar owner) {
        return new PriceTerms(
                components.stream().map(component -> component.in(owner)).toList(), minimum, maximum, failures);
    }

    /** What each call costs that goes well, if that is all that they say. */
    public Optional<Money> perCall() {
        if (components.size() != 1 || minimum != null || maximum != null) {
            return Optional.empty();
        }
        PriceComponent one = components.getFirst();
        Rate rate = one.tiers().getFirst().rate();
        boolean plain = one.measure() instanceof Measure.Calls && one.tiers().size() == 1 && rate.per() == 1;
        return plain ? Optional.of(rate.amount()) : Optional.empty();
    }

    /** As a person reads them: {@code 0.01 a call + 0.002 per 1024 bytes of the result, at most 1}. */
    public String words() {
        String counted = components.isEmpty()
                ? "free"
                : components.stream().map(PriceComponent::words).collect(Collectors.joining(" + "));
        return counted
                + (minimum == null ? "" : ", at least " + minimum.dollars())
                + (maximum == null ? "" : ", at most " + maximum.dollars());
    }

    /** Whether something is counted from call to call. */
    public boolean goesOn() {
        return components.stream().anyMatch(PriceComponent::goesOn);
    }

    /** Whether a call that ends so costs what is counted of it. */
    public boolean isUsual(CallStatus status) {
        return failures.of(status) instanceof FailureCharge.AsUsual;
    }

    /**
     * What a call costs, and why.
     *
     * @throws ArithmeticException if it is more than an amount can be, which a {@link #bound} that could be had rules out
     */
    public PriceExplanation price(CallStatus status, Quantities quantities) {
        return switch (failures.of(status)) {
            case FailureCharge.Free _ ->
                new PriceExplanation(status, List.of(), Money.ZERO, PriceExplanation.Adjustment.FREE_FAILURE);
            case FailureCharge.Fixed fixed ->
                new PriceExplanation(status, List.of(), fixed.amount(), PriceExplanation.Adjustment.FIXED_FAILURE);
            case FailureCharge.AsUsual _ -> usual(status, quantities);
        };
    }

    private PriceExplanation usual(CallStatus status, Quantities quantities) {
        List<PriceLine> lines = new ArrayList<>();
        for (PriceComponent component : components) {
            Measure measure = component.measure();
            lines.addAll(component.lines(quantities.of(measure), quantities.count(measure)));
        }
        Money sum = lines.stream().map(PriceLine::amount).reduce(Money.ZERO, Money::plus);
        if (minimum != null && sum.compareTo(minimum) < 0) {
            return new PriceExplanation(status, lines, minimum, PriceExplanation.Adjustment.MINIMUM);
        }
        if (maximum != null && sum.compareTo(maximum) > 0) {
            return new PriceExplanation(status, lines, maximum, PriceExplanation.Adjustment.MAXIMUM);
        }
        return new PriceExplanation(status, lines, sum, PriceExplanation.Adjustment.NONE);
    }

    /**
     * The most that a call can cost which is made now, however it ends: what is reserved for it.
     *
     * @throws ArithmeticException if that is more than an amount can be
     */
    public Money bound(QuantityBounds bounds) {
        Money most = usualBound(bounds);
        for (CallStatus status : CallStatus.values()) {
            if (failures.of(status) instanceof FailureCharge.Fixed fixed
                    && fixed.amount().compareTo(most) > 0) {
                most = fixed.amount();
            }
        }
        return most;
    }

    private Money usualBound(QuantityBounds bounds) {
        Money sum = Money.ZERO;
        for (PriceComponent component : components) {
            sum = sum.plus(component.bound(bounds.of(component.measure())));
        }
        if (minimum != null && sum.compareTo(minimum) < 0) {
            return minimum;
        }
        return maximum != null && sum.compareTo(maximum) > 0 ? maximum : sum;
    }
}
