package dev.tollgate.listener;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts which bound was hit, and what was refused before anything looked at it. Called on event loops. */
@Singleton
public class ListenerMetrics {
    private final MeterRegistry registry;

    ListenerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param bound one of few constant words */
    void boundHit(String bound) {
        registry.counter("tollgate.bounds.hit", "bound", bound).increment();
    }

    /** @param why one of few constant words */
    public void refused(String why) {
        registry.counter("tollgate.requests.refused", "why", why).increment();
    }

    void show(OpenConnections open) {
        Gauge.builder("tollgate.connections.open", open, OpenConnections::count).register(registry);
    }
}
