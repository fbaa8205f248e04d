package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.event.Cost;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.Quantities;
import dev.tollgate.model.price.QuantityBounds;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.quota.QuotaLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
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
            CountBefore before) {
        for (Charging version : versions) {
            if (!version.version.effectiveFrom().isAfter(startedAt)) {
                return version.cost(status, content, upstreamNanos, before);
            }
        }
        return Cost.NONE;
    }

    /** The tiers that a call counts in which begins then; empty, as mostly, if its price counts none from call to call. */
    List<QuotaLimit> tiers(Instant startedAt) {
        for (Charging version : versions) {
            if (!version.version.effectiveFrom().isAfter(startedAt)) {
                return version.tiers;
            }
        }
        return List.of();
    }

    /** Those of the version that holds and of those to come. */
    Stream<QuotaLimit> tiers() {
        return versions.stream().flatMap(version -> version.tiers.stream());
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
        private final List<QuotaLimit> tiers;

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
            tiers = TierAccounts.of(price.tenant(), price.id(), version.terms());
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

        Cost cost(CallStatus status, @Nullable CallContent content, long upstreamNanos, CountBefore before) {
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
            CountBefore known = tiers.isEmpty() ? null : before;
            Money total = version.terms()
                    .price(status, Quantities.recorded(version.terms(), counted, known))
                    .total();
            return new Cost(total.nanos(), price.id(), version.version(), counted, known);
        }
    }
}
