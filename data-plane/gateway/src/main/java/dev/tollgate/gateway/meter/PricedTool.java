package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.event.Cost;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.Quantities;
import dev.tollgate.model.price.QuantityBounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A price as gateways charge by it: what a call costs that is priced per call alone is worked out beforehand. */
final class PricedTool {
    private final List<Charging> versions;

    PricedTool(PriceConfig price) {
        versions = price.versions().reversed().stream()
                .map(version -> new Charging(price, version))
                .toList();
    }

    /** By the version that held when the call began; nothing before the first. */
    Cost cost(Instant startedAt, CallStatus status, @Nullable CallContent content, long upstreamNanos) {
        for (Charging version : versions) {
            if (!version.version.effectiveFrom().isAfter(startedAt)) {
                return version.cost(status, content, upstreamNanos);
            }
        }
        return Cost.NONE;
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

        Cost cost(CallStatus status, @Nullable CallContent content, long upstreamNanos) {
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
            Money total = version.terms()
                    .price(status, Quantities.recorded(version.terms(), counted))
                    .total();
            return new Cost(total.nanos(), price.id(), version.version(), counted);
        }
    }
}
