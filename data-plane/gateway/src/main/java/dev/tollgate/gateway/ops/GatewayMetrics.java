package dev.tollgate.gateway.ops;

import dev.tollgate.gateway.code.ScriptEnd;
import dev.tollgate.gateway.code.ScriptMetrics;
import dev.tollgate.gateway.config.ConfigMetrics;
import dev.tollgate.gateway.config.Freshness;
import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.edge.EdgeMetrics;
import dev.tollgate.gateway.event.EventLog;
import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.gateway.meter.CallMetrics;
import dev.tollgate.gateway.quota.QuotaMetrics;
import dev.tollgate.gateway.token.TokenCounters;
import dev.tollgate.gateway.token.TokenMetrics;
import dev.tollgate.model.condition.Verdict;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The gateway's counters. Meters of closed sets are made once, so that counting a call is an addition. */
@Singleton
class GatewayMetrics implements CallMetrics, EdgeMetrics, ConfigMetrics, QuotaMetrics, TokenMetrics, ScriptMetrics {
    private final MeterRegistry registry;
    private final Map<CallStatus, Counter> calls = new EnumMap<>(CallStatus.class);
    private final Map<RefusalReason, Counter> refusals = new EnumMap<>(RefusalReason.class);
    private final Map<Cause, Counter> unknownKeys = new EnumMap<>(Cause.class);
    private final Map<Verdict, Counter> unanswered = new EnumMap<>(Verdict.class);
    private final Map<Outcome, Timer> waits = new EnumMap<>(Outcome.class);
    private final Map<Estimated, Counter> estimates = new EnumMap<>(Estimated.class);
    private final Timer counting;
    private final Counter quotaRequests;
    private final Counter brokenConditions;
    private final Counter unrecorded;
    private final Counter summarised;
    private final Timer gatewayTime;
    private final Timer applyTime;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (CallStatus status : CallStatus.values()) {
            calls.put(status, registry.counter("tollgate.calls", "status", word(status)));
        }
        for (RefusalReason reason : RefusalReason.values()) {
            refusals.put(reason, registry.counter("tollgate.refusals", "reason", word(reason)));
        }
        for (Cause cause : Cause.values()) {
            unknownKeys.put(cause, registry.counter("tollgate.keys.unknown", "cause", word(cause)));
        }
        for (Verdict verdict : Verdict.values()) {
            if (!verdict.isAnswer()) {
                unanswered.put(verdict, registry.counter("tollgate.conditions.unanswered", "why", word(verdict)));
            }
        }
        for (Outcome outcome : Outcome.values()) {
            waits.put(outcome, registry.timer("tollgate.quota.waits", "outcome", word(outcome)));
        }
        for (Estimated why : Estimated.values()) {
            estimates.put(why, registry.counter("tollgate.tokens.estimated", "why", word(why)));
        }
        counting = Timer.builder("tollgate.tokens.counts")
                .description("Time in which a call's tokens were counted, without the wait before it")
                .register(registry);
        quotaRequests = registry.counter("tollgate.quota.requests");
        brokenConditions = registry.counter("tollgate.conditions.broken");
        unrecorded = registry.counter("tollgate.events.unrecorded");
        summarised = registry.counter("tollgate.refusals.summarised");
        gatewayTime = Timer.builder("tollgate.gateway.time")
                .description("Time of a call within the gateway, without the upstream's")
                .serviceLevelObjectives(
                        Duration.ofNanos(100_000),
                        Duration.ofNanos(250_000),
                        Duration.ofNanos(500_000),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(100))
                .register(registry);
        applyTime = Timer.builder("tollgate.snapshot.apply.time")
                .description("Time from the head of a tenant's revision as read until calls are decided by it")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(500))
                .register(registry);
    }

    void gauges(
            @Observes StartupEvent event,
            Snapshots snapshots,
            Freshness freshness,
            EventLog log,
            TokenCounters counters) {
        Gauge.builder("tollgate.tokens.waiting", counters, TokenCounters::waiting)
                .description("Calls that wait for their tokens to be counted")
                .register(registry);
        Gauge.builder("tollgate.snapshot.age.seconds", freshness, f -> f.ageMillis() / 1_000.0)
                .register(registry);
        Gauge.builder("tollgate.snapshot.tenants", snapshots, Snapshots::size).register(registry);
        Gauge.builder("tollgate.events.unacknowledged", log, EventLog::unacknowledged)
                .register(registry);
    }

    @Override
    public void attempt(CallStatus status, @Nullable RefusalReason reason, long gatewayNanos, boolean recorded) {
        count(calls.get(status));
        if (reason != null) {
            count(refusals.get(reason));
        }
        if (!recorded) {
            unrecorded.increment();
        }
        gatewayTime.record(gatewayNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void summarised() {
        summarised.increment();
    }

    @Override
    public void waited(Outcome outcome, long nanos) {
        Timer timer = waits.get(outcome);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void said() {
        quotaRequests.increment();
    }

    @Override
    public void tokensCounted(long nanos) {
        counting.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void tokensEstimated(Estimated why) {
        count(estimates.get(why));
    }

    @Override
    public void scriptEnded(ScriptEnd.Kind kind, long nanos) {
        registry.timer("tollgate.scripts", "end", word(kind)).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void applied(long nanos) {
        applyTime.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void brokenCondition() {
        brokenConditions.increment();
    }

    @Override
    public void conditionUnanswered(Verdict why) {
        count(unanswered.get(why));
    }

    @Override
    public void unknownKey(Cause cause) {
        count(unknownKeys.get(cause));
    }

    @Override
    public void refused(String why) {
        registry.counter("tollgate.requests.refused", "why", why).increment();
    }

    @Override
    public void boundHit(String bound) {
        registry.counter("tollgate.bounds.hit", "bound", bound).increment();
    }

    private static void count(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
