package dev.tollgate.gateway.config;

import java.util.concurrent.atomic.AtomicInteger;

/** What was counted of configuration. */
final class CountedConfig implements ConfigMetrics {
    final AtomicInteger applied = new AtomicInteger();
    final AtomicInteger brokenConditions = new AtomicInteger();

    @Override
    public void applied(long nanos) {
        applied.incrementAndGet();
    }

    @Override
    public void brokenCondition() {
        brokenConditions.incrementAndGet();
    }
}
