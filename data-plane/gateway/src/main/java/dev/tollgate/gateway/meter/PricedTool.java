package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.event.Cost;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PeriodCounts;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.Quantities;
import dev.tollgate.model.price.QuantityBounds;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.PeriodCount;
import dev.tollgate.model.quota.QuotaLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A price as gateways charge by it: what a call costs that is priced per call alone is worked out beforehand. */
final class PricedTool {
    private final List<Charging> versions;

    PricedTool(PriceConfig price) {
        versions = price.versions().reversed().stream()
                .map(version -> new Charging(price, version))
                .toList();
    }

    /** Of the version that holds then; empty before the first. */
    Optional<PriceTerms> terms(Instant startedAt) {
        return versions.stream()
                .map(charging -> charging.version)
                .filter(version -> !version.effectiveFrom().isAfter(startedAt))
                .findFirst()
                .map(PriceVersion::terms);
    }

    /** By the version that held when the call began; nothing before the first. */
    Cost cost(
            Instant startedAt,
            CallStatus status,
            @Nullable CallContent content,
            long upstreamNanos,
            List<PeriodCount> counts) {
        for (Charging version : versions) {
            if (!version.version.effectiveFrom().isAfter(startedAt)) {
                return version.cost(status, content, upstreamNanos, counts);
            }
        }
        return Cost.NONE;
    }

    /** What is counted from call to call of calls that begin then, with its tiers; empty, as mostly, if nothing is. */
    List<TierAccounts.Count> goingOn(Instant startedAt) {
        for (Charging version : versions) {
            if (!version.version.effectiveFrom().isAfter(startedAt)) {
                return version.counts;
            }
        }
        return List.of();
    }

    /** How much a call has of each of those, by what it cost; nothing if it is not counted. */
    List<Long> counted(Instant startedAt, Cost cost) {
        if (cost.before() == null && cost.tierCounts().isEmpty()) {
            return List.of();
        }
        PriceTerms terms = terms(startedAt).orElseThrow();
        Quantities quantities = new Quantities(Quantities.counted(terms, cost.quantities()), Map.of());
        return goingOn(startedAt).stream()
                .map(count -> quantities.of(count.measure()))
                .toList();
    }

    /** Those of the version that holds and of those to come. */
    Stream<QuotaLimit> tiers() {
        return versions.stream()
                .flatMap(version -> version.counts.stream().flatMap(count -> count.accounts().stream()));
    }

    /** The most that a call can cost which begins then, in nano-dollars; more than any limit where that is more than an amount can be. */
    long bound(Instant startedAt, QuantityBounds bounds) {
        for (Charging version : versions) {
            if (!version.version.effectiveFrom().isAfter(startedAt)) {
                return version.bound(bounds);
            }
        }
        return 0;
    }

    private static final class Charging {
        private final PriceConfig price;
        private final PriceVersion version;
        private final Map<CallStatus, Cost> known = new EnumMap<>(CallStatus.class);
        private final @Nullable Long knownBound;
        private final List<TierAccounts.Count> counts;

        Charging(PriceConfig price, PriceVersion version) {
            this.price = price;
            this.version = version;
            for (CallStatus status : CallStatus.values()) {
                if (version.terms().perCall().isPresent() || !version.terms().isUsual(status)) {
                    Money total = version.terms().price(status, Quantities.NONE).total();
                    known.put(status, new Cost(total.nanos(), price.id(), version.version(), List.of()));
                }
            }
            boolean perCall = version.terms().perCall().isPresent();
            counts = TierAccounts.counts(price.tenant(), price.id(), version.terms());
            knownBound = perCall ? work(new QuantityBounds(0, 0, 0)) : null;
        }

        long bound(QuantityBounds bounds) {
            return knownBound != null ? knownBound : work(bounds);
        }

        private long work(QuantityBounds bounds) {
            try {
                return version.terms().bound(bounds).nanos();
            } catch (ArithmeticException e) {
                return Long.MAX_VALUE;
            }
        }

        Cost cost(CallStatus status, @Nullable CallContent content, long upstreamNanos, List<PeriodCount> taken) {
            Cost ready = known.get(status);
            if (ready != null) {
                return ready;
            }
            if (content == null) {
                return Cost.NONE;
            }
            List<Long> counted = new ArrayList<>();
            for (PriceComponent component : version.terms().components()) {
                counted.add(content.quantity(component.measure(), upstreamNanos));
            }
            Map<Measure, Long> measured = Quantities.counted(version.terms(), counted);
            Map<Measure, PeriodCount> stands = stands(new Quantities(measured, Map.of()), taken);
            Money total = version.terms()
                    .price(status, new Quantities(measured, stands))
                    .total();
            PeriodCount calls = stands.get(new Measure.Calls());
            return new Cost(
                    total.nanos(),
                    price.id(),
                    version.version(),
                    counted,
                    calls == null ? null : calls.rest(),
                    PeriodCounts.numbers(version.terms(), stands));
        }

        /** Of what it took of tiers, as much as it has. */
        private Map<Measure, PeriodCount> stands(Quantities quantities, List<PeriodCount> taken) {
            Map<Measure, PeriodCount> stands = HashMap.newHashMap(counts.size());
            for (int i = 0; i < counts.size(); i++) {
                Measure measure = counts.get(i).measure();
                PeriodCount had = i < taken.size() ? taken.get(i) : PeriodCount.UNKNOWN;
                stands.put(measure, had.of(quantities.of(measure)));
            }
            return stands;
        }
    }
}
