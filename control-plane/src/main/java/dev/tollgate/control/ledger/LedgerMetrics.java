package dev.tollgate.control.ledger;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** Shows what the ledger counts as metrics. */
@ApplicationScoped
class LedgerMetrics {
    void register(@Observes StartupEvent event, MeterRegistry registry, LedgerMeter meter) {
        counter(registry, "grants", "Leases granted", meter.grants);
        counter(registry, "denials", "Requests for a lease that found too little left", meter.denials);
        counter(registry, "recalls", "Leases asked back for someone else", meter.recalls);
        counter(registry, "settled", "Leases known to be settled, as told to gateways", meter.settled);
        counter(registry, "foreign", "Requests and charges for a limit of another tenant", meter.foreign);
        counter(registry, "malformed", "Records that say nothing that the ledger knows", meter.malformed);
        counter(registry, "failures", "Batches of requests that failed and came again", meter.failures);
        FunctionTimer.builder(
                        "tollgate.ledger.answer",
                        meter,
                        counted -> counted.turns.get(),
                        counted -> counted.turnMicros.get(),
                        TimeUnit.MICROSECONDS)
                .description("From reading a batch of requests to the acknowledgement of its answers")
                .register(registry);
        Gauge.builder("tollgate.ledger.lag.records", meter, LedgerMeter::lag)
                .description("Requests in this process's partitions that it has yet to read")
                .register(registry);
        gauge(
                registry,
                meter,
                "accounts",
                "Hard limits; NaN where this process does not let time pass",
                s -> s.accounts());
        gauge(
                registry,
                meter,
                "held.nano.dollars",
                "What leases hold of limits that count money; NaN where this process does not let time pass",
                AccountTable.Standing::heldNanoDollars);
    }

    private static void counter(MeterRegistry registry, String name, String description, AtomicLong count) {
        FunctionCounter.builder("tollgate.ledger." + name, count, AtomicLong::doubleValue)
                .description(description)
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry,
            LedgerMeter meter,
            String name,
            String description,
            ToDoubleFunction<AccountTable.Standing> value) {
        Gauge.builder("tollgate.ledger." + name, meter, counted -> {
                    var standing = counted.standing();
                    return standing == null ? Double.NaN : value.applyAsDouble(standing);
                })
                .description(description)
                .register(registry);
    }
}
