package dev.tollgate.control.ingest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Shows what ingest counts as metrics. */
@ApplicationScoped
class IngestMetrics {
    @Produces
    @Singleton
    IngestMeter meter() {
        return new IngestMeter();
    }

    void register(@Observes StartupEvent event, MeterRegistry registry, IngestMeter meter) {
        counter(registry, "inserted", "Events stored", meter.inserted);
        counter(registry, "replays.dropped", "Events that were stored already and came again", meter.replaysDropped);
        counter(registry, "rejected", "Records that are no event", meter.rejected);
        counter(registry, "sequences.missing", "Sequence numbers that were passed over", meter.missing);
        counter(registry, "expired", "Records that the log gave up before they were read", meter.expired);
        counter(registry, "days.rebuilt", "Days of the roll-up that were made anew", meter.daysRebuilt);
        counter(registry, "sessions.failed", "Runs of ingest that ended with a failure", meter.sessionsFailed);
        Gauge.builder("tollgate.ingest.leading", meter, m -> m.progress() == null ? 0 : 1)
                .description("Whether this process is the one that ingests")
                .register(registry);
        Gauge.builder("tollgate.ingest.lag.records", meter, IngestMetrics::lagRecords)
                .description("Records of the log that are not read yet; NaN where this process does not ingest")
                .register(registry);
        Gauge.builder("tollgate.ingest.lag.seconds", meter, IngestMetrics::lagSeconds)
                .description("How long ago everything in the log was stored; NaN where unknown")
                .register(registry);
    }

    private static void counter(MeterRegistry registry, String name, String description, AtomicLong count) {
        FunctionCounter.builder("tollgate.ingest." + name, count, AtomicLong::doubleValue)
                .description(description)
                .register(registry);
    }

    private static double lagRecords(IngestMeter meter) {
        var progress = meter.progress();
        return progress == null ? Double.NaN : progress.lagRecords();
    }

    private static double lagSeconds(IngestMeter meter) {
        var progress = meter.progress();
        if (progress == null || progress.coveredUntil().equals(Instant.EPOCH)) {
            return Double.NaN;
        }
        return Duration.between(progress.coveredUntil(), Instant.now()).toMillis() / 1_000.0;
    }
}
