package dev.tollgate.model.price;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.PeriodCount;
import dev.tollgate.model.quota.QuotaWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a price counts, with its tiers. The tiers are graduated: each part of a quantity costs what its own tier says.
 *
 * @param period within which counting goes on from call to call; absent where it begins with each call
 * @param tiers in the order of their ends; the last has none
 */
public record PriceComponent(Measure measure, @Nullable PricePeriod period, List<Tier> tiers) {
    public static final int TIERS_MAX = 20;

    public PriceComponent {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.size() > TIERS_MAX) {
            throw new IllegalArgumentException("a price has 1 to " + TIERS_MAX + " tiers, not " + tiers.size());
        }
        long before = 0;
        for (int i = 0; i < tiers.size(); i++) {
            Long upTo = tiers.get(i).upTo();
            boolean last = i == tiers.size() - 1;
            if (last != (upTo == null) || (upTo != null && upTo <= before)) {
                throw new IllegalArgumentException("tiers end one after the other, and the last does not end");
            }
            before = upTo == null ? Long.MAX_VALUE : upTo;
        }
    }

    /** As it is read: counting begins with each call, unless it says otherwise. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static PriceComponent read(
            @JsonProperty(value = "measure", required = true) Measure measure,
            @JsonProperty("period") @Nullable PricePeriod period,
            @JsonProperty(value = "tiers", required = true) List<Tier> tiers) {
        return new PriceComponent(measure, period, tiers);
    }

    /** One rate for all. */
    public static PriceComponent flat(Measure measure, Rate rate) {
        return new PriceComponent(measure, null, List.of(new Tier(null, rate)));
    }

    /** Whether counting goes on from call to call. */
    public boolean goesOn() {
        return period != null;
    }

    /** With what its period does not say as its owner's calendar has it. */
    PriceComponent in(QuotaWindow.Calendar owner) {
        return period == null ? this : new PriceComponent(measure, period.in(owner), tiers);
    }

    /** As a person reads it: {@code 0.002 per 1024 bytes of the result}, {@code rows: 0.002 each}, {@code rows: 0 up to 100, then 0.002}. */
    String words() {
        if (tiers.size() == 1) {
            Rate rate = tiers.getFirst().rate();
            if (rate.per() > 1) {
                return rate.amount().dollars() + " per " + rate.per() + " " + measure.unit();
            }
            return measure instanceof Measure.Calls
                    ? rate.amount().dollars() + " a call"
                    : measure.unit() + ": " + rate.amount().dollars() + " each";
        }
        String within = period == null ? "" : " of the " + period.words();
        StringBuilder words = new StringBuilder(measure.unit()).append(within).append(": ");
        for (Tier tier : tiers) {
            words.append(tier.rate());
            words.append(tier.upTo() == null ? "" : " up to " + tier.upTo() + ", then ");
        }
        return words.toString();
    }

    /**
     * What a quantity costs, tier by tier; nothing for none.
     *
     * @param count where the call stands in the period; passed over unless counting goes on
     */
    List<PriceLine> lines(long quantity, PeriodCount count) {
        if (!goesOn()) {
            return spread(quantity, 0);
        }
        List<PriceLine> lines = new ArrayList<>();
        long left = quantity;
        long begin = 0;
        for (int i = 0; i < count.taken().size(); i++) {
            long part = Math.min(left, count.taken().get(i));
            if (part > 0) {
                lines.add(line(part, tiers.get(i), begin, true));
                left -= part;
            }
            begin = Objects.requireNonNull(tiers.get(i).upTo(), "none is taken of the last tier");
        }
        CountBefore rest = count.rest();
        lines.addAll(rest.known() ? spread(left, rest.atLeast()) : cheapest(left, rest.atLeast()));
        return lines;
    }

    /** One after the other, from where counting stands. */
    private List<PriceLine> spread(long quantity, long before) {
        List<PriceLine> lines = new ArrayList<>();
        long from = before;
        long left = quantity;
        long begin = 0;
        for (Tier tier : tiers) {
            long room = tier.upTo() == null ? Long.MAX_VALUE : Math.max(0, tier.upTo() - from);
            long part = Math.min(left, room);
            if (part > 0) {
                lines.add(line(part, tier, begin, true));
                from = tier.upTo() == null ? from : tier.upTo();
                left -= part;
            }
            begin = tier.upTo() == null ? begin : tier.upTo();
        }
        return lines;
    }

    /** All of it by the cheapest rate that can hold: nobody pays for what Tollgate does not know. */
    private List<PriceLine> cheapest(long quantity, long atLeast) {
        if (quantity == 0) {
            return List.of();
        }
        Tier cheapest = tiers.getLast();
        long after = 0;
        long begin = 0;
        for (Tier tier : tiers) {
            boolean canHold = tier.upTo() == null || tier.upTo() > atLeast;
            if (canHold && !tier.rate().isHigherThan(cheapest.rate())) {
                cheapest = tier;
                after = begin;
            }
            begin = tier.upTo() == null ? begin : tier.upTo();
        }
        return List.of(line(quantity, cheapest, after, false));
    }

    private PriceLine line(long quantity, Tier tier, long after, boolean known) {
        PeriodPart part = period == null ? null : new PeriodPart(period, after, tier.upTo(), known);
        return new PriceLine(measure, quantity, tier.rate(), tier.rate().times(quantity), part);
    }

    /** The most that up to so many can cost, wherever counting stands. */
    Money bound(long quantityMax) {
        if (!goesOn()) {
            return spread(quantityMax, 0).stream().map(PriceLine::amount).reduce(Money.ZERO, Money::plus);
        }
        Rate highest = tiers.getFirst().rate();
        for (Tier tier : tiers) {
            highest = tier.rate().isHigherThan(highest) ? tier.rate() : highest;
        }
        // Each tier that a quantity is spread over may round up once more, and a rest whose tier nobody knows in place
        // of the last.
        long parts = Math.min(tiers.size(), Math.max(1, quantityMax));
        return highest.times(quantityMax).plus(new Money(parts - 1));
    }
}
