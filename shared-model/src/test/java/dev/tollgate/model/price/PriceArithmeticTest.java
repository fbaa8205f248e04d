package dev.tollgate.model.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.PeriodCount;
import dev.tollgate.model.quota.WindowLength;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random prices and calls, against plain decimal arithmetic and against their own bound. */
class PriceArithmeticTest {
    private static final int PRICES = 4_000;
    private static final int CALLS = 12;
    private static final QuantityBounds BOUNDS = new QuantityBounds(5_000, 60_000, 30_000);
    private static final List<Measure> MEASURES = List.of(
            new Measure.Calls(),
            new Measure.Bytes(Content.ARGUMENTS),
            new Measure.Bytes(Content.RESULT),
            new Measure.Tokens(Content.ARGUMENTS),
            new Measure.Tokens(Content.RESULT),
            new Measure.Millis(),
            new Measure.Pointed(Content.RESULT, "/n", "pages", 700));

    @Test
    void every_line_is_exact_to_its_next_nano_dollar_and_lines_add_up() {
        forAll((seed, terms, random) -> {
            PriceExplanation why = terms.price(CallStatus.OK, quantities(random, terms));
            BigDecimal sum = BigDecimal.ZERO;
            for (PriceLine line : why.lines()) {
                BigDecimal exact = BigDecimal.valueOf(line.rate().amount().nanos())
                        .multiply(BigDecimal.valueOf(line.quantity()))
                        .divide(BigDecimal.valueOf(line.rate().per()), MathContext.DECIMAL128);
                BigDecimal charged = BigDecimal.valueOf(line.amount().nanos());
                assertThat(charged).as("seed %d: %s", seed, line).isGreaterThanOrEqualTo(exact);
                assertThat(charged).as("seed %d: %s", seed, line).isLessThan(exact.add(BigDecimal.ONE));
                sum = sum.add(charged);
            }
            if (why.adjustment() == PriceExplanation.Adjustment.NONE) {
                assertThat(BigDecimal.valueOf(why.total().nanos()))
                        .as("seed %d: %s", seed, why)
                        .isEqualByComparingTo(sum);
            }
        });
    }

    @Test
    void all_that_is_counted_stands_on_a_line() {
        forAll((seed, terms, random) -> {
            Quantities quantities = quantities(random, terms);
            PriceExplanation why = terms.price(CallStatus.OK, quantities);
            for (PriceComponent component : terms.components()) {
                assertThat(why.lines().stream()
                                .filter(line -> line.measure().equals(component.measure()))
                                .mapToLong(PriceLine::quantity)
                                .sum())
                        .as("seed %d: %s", seed, component)
                        .isEqualTo(quantities.of(component.measure()));
            }
        });
    }

    @Test
    void no_call_costs_more_than_its_bound_however_it_ends() {
        forAll((seed, terms, random) -> {
            Money bound = terms.bound(BOUNDS);
            for (CallStatus status : CallStatus.values()) {
                PriceExplanation why = terms.price(status, quantities(random, terms));
                assertThat(why.total()).as("seed %d: %s", seed, why).isLessThanOrEqualTo(bound);
            }
        });
    }

    private interface Property {
        void holds(long seed, PriceTerms terms, SplittableRandom random);
    }

    private static void forAll(Property property) {
        for (long seed = 0; seed < PRICES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PriceTerms terms = terms(random);
            for (int i = 0; i < CALLS; i++) {
                property.holds(seed, terms, random);
            }
        }
    }

    private static PriceTerms terms(SplittableRandom random) {
        List<PriceComponent> components = new ArrayList<>();
        for (Measure measure : MEASURES) {
            if (random.nextInt(3) == 0) {
                components.add(new PriceComponent(measure, period(random), tiers(random)));
            }
        }
        Money minimum = random.nextInt(3) == 0 ? money(random) : null;
        Money maximum = random.nextInt(3) == 0 ? money(random).plus(minimum == null ? Money.ZERO : minimum) : null;
        return new PriceTerms(
                components,
                minimum,
                maximum,
                new FailureCharges(
                        failure(random),
                        failure(random),
                        failure(random),
                        failure(random),
                        random.nextBoolean() ? new FailureCharge.Free() : new FailureCharge.Fixed(money(random))));
    }

    private static @Nullable PricePeriod period(SplittableRandom random) {
        return random.nextBoolean() ? PricePeriod.of(WindowLength.MONTH) : null;
    }

    private static FailureCharge failure(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> new FailureCharge.Free();
            case 1 -> new FailureCharge.AsUsual();
            default -> new FailureCharge.Fixed(money(random));
        };
    }

    private static List<Tier> tiers(SplittableRandom random) {
        List<Tier> tiers = new ArrayList<>();
        long end = 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            end += random.nextLong(1, 3_000);
            tiers.add(new Tier(end, rate(random)));
        }
        tiers.add(new Tier(null, rate(random)));
        return tiers;
    }

    /** Few nano-dollars for many, so that rounding counts, or any amount. */
    private static Rate rate(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Rate(Money.ZERO, 1);
            case 1 -> new Rate(new Money(random.nextLong(1, 10)), random.nextLong(1, 2_000));
            default -> new Rate(money(random), random.nextLong(1, 1_000_000));
        };
    }

    private static Money money(SplittableRandom random) {
        return new Money(random.nextLong(10_000_000_000L));
    }

    private static Quantities quantities(SplittableRandom random, PriceTerms terms) {
        Map<Measure, Long> counted = new HashMap<>();
        Map<Measure, PeriodCount> counts = new HashMap<>();
        for (Measure measure : MEASURES) {
            long most = BOUNDS.of(measure);
            counted.put(
                    measure,
                    measure instanceof Measure.Calls ? 1 : random.nextInt(4) == 0 ? most : random.nextLong(most + 1));
            counts.put(measure, PeriodCount.from(CountBefore.of(random.nextLong(-8_000, 8_000))));
        }
        for (PriceComponent component : terms.components()) {
            if (random.nextBoolean()) {
                List<Long> taken = new ArrayList<>();
                for (int i = random.nextInt(component.tiers().size()); i > 0; i--) {
                    taken.add(random.nextLong(3_000));
                }
                // What nobody knows comes after what is known.
                long end = end(component, taken.size());
                long last = end(component, component.tiers().size() - 1);
                counts.put(
                        component.measure(),
                        new PeriodCount(
                                taken,
                                random.nextBoolean() ? new CountBefore(last, true) : new CountBefore(end, false)));
            }
        }
        return new Quantities(counted, counts);
    }

    /** Of so many tiers. */
    private static long end(PriceComponent component, int tiers) {
        return tiers == 0
                ? 0
                : Objects.requireNonNull(component.tiers().get(tiers - 1).upTo());
    }
}
