package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.event.Cost;
import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.event.EventLog;
import dev.tollgate.gateway.event.Holder;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.Reservation;
import dev.tollgate.model.token.TokenUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices attempts and records them. Every attempt passes here exactly once, before it is answered. */
public final class CallMeter {
    private static final Amounts NOTHING = new Amounts(0, 0, 0);

    private final EventLog log;
    private final CallMetrics metrics;
    private final RefusalLimits limits;
    private final RefusedKeys refusedKeys;

    public CallMeter(EventLog log, CallMetrics metrics, RefusalLimits limits) {
        this(log, metrics, limits, new RefusedKeys(System::nanoTime));
    }

    CallMeter(EventLog log, CallMetrics metrics, RefusalLimits limits, RefusedKeys refusedKeys) {
        this.log = log;
        this.metrics = metrics;
        this.limits = limits;
        this.refusedKeys = refusedKeys;
    }

    /** Whether an event would be recorded now; asked before a call is forwarded. */
    public boolean hasRoom() {
        return log.hasRoom();
    }

    /**
     * Records that a presented key was refused: singly, or, where such refusals come fast, with others in one event when
     * {@link #summarise()} is called next.
     */
    public void refusedKey(Attempt attempt, RefusalReason reason) {
        if (refusedKeys.singly(attempt, reason) && log.hasPlenty()) {
            refused(attempt, reason);
        } else {
            refusedKeys.count(attempt, reason, 1);
            metrics.attempt(CallStatus.REFUSED, reason, System.nanoTime() - attempt.startedNanos(), true);
            metrics.summarised();
        }
    }

    /** Records what {@link #refusedKey} left for later. To be called every few seconds, and at the end. */
    public void summarise() {
        for (RefusedKeys.Summary each : refusedKeys.take()) {
            if (!log.hasPlenty() || !log.append(summary(each))) {
                refusedKeys.count(each.latest(), each.reason(), each.attempts());
            }
        }
    }

    /** It names what all of its attempts share, and the time of the last. */
    private static EventDraft summary(RefusedKeys.Summary summary) {
        Attempt latest = summary.latest();
        VirtualKeyConfig key = summary.key() == null ? null : latest.key();
        return new EventDraft(
                latest.callId(),
                latest.startedAt(),
                latest.snapshot().tenant(),
                key == null ? Holder.SEVERAL : Holders.of(latest.snapshot(), key),
                null,
                null,
                null,
                latest.method(),
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                Cost.NONE,
                0,
                0,
                CallStatus.REFUSED,
                summary.reason(),
                latest.snapshot().revision(),
                summary.attempts(),
                List.of(),
                null,
                null,
                null);
    }

    /** Records a refusal of what nothing more is known of. */
    public boolean refused(Attempt attempt, RefusalReason reason) {
        return record(attempt, null, null, CallStatus.REFUSED, reason, 0, Cost.NONE, List.of(), null, 0);
    }

    /**
     * Records a refusal.
     *
     * @param toolName the name as asked for; untrusted
     * @return false if it could not be recorded
     */
    public boolean refused(Attempt attempt, @Nullable String toolName, RefusalReason reason) {
        return record(attempt, null, toolName, CallStatus.REFUSED, reason, 0, Cost.NONE, List.of(), null, 0);
    }

    /** Records that the use of something visible was refused. What that costs is charged within the call's limits, or not at all. */
    public boolean refused(Attempt attempt, Target target, RefusalReason reason) {
        ToolConfig tool = target.tool();
        Cost cost = tool == null ? Cost.NONE : prices(attempt).refused(tool, attempt.startedAt(), reason);
        Reservation taken = cost.nanos() == 0 ? Reservation.NOTHING : limits.take(attempt, target, cost.nanos());
        Cost charged = taken == null ? Cost.NONE : cost;
        List<Charge> charges = taken == null ? List.of() : charges(taken, true, 0, cost, List.of());
        return record(attempt, target, target.name(), CallStatus.REFUSED, reason, 0, charged, charges, null, 0);
    }

    /** Records that a call was refused which had been let through by its limits: it takes nothing of them. */
    public boolean refused(Attempt attempt, Target target, RefusalReason reason, Reservation reservation) {
        List<Charge> charges = reservation.settle(NOTHING);
        return record(attempt, target, target.name(), CallStatus.REFUSED, reason, 0, Cost.NONE, charges, null, 0);
    }

    /**
     * Records a request that was forwarded, or would have been had the upstream been reachable. Prices stand on tools: a
     * prompt or resource costs nothing.
     *
     * @param sent whether it was sent to the upstream
     * @param content absent if nothing of it can be counted
     * @param reservation what it holds of its limits, settled here by what it did cost; what was not sent takes nothing
     */
    public boolean ended(
            Attempt attempt,
            Target target,
            CallStatus status,
            boolean sent,
            long responseBytes,
            @Nullable CallContent content,
            long upstreamNanos,
            Reservation reservation) {
        ToolConfig tool = target.tool();
        Cost cost = tool == null
                ? Cost.NONE
                : prices(attempt)
                        .cost(tool, attempt.startedAt(), status, sent, content, upstreamNanos, reservation.counts());
        TokenUse tokens = content == null ? null : content.tokens();
        long limited = tokens == null ? 0 : tokens.arguments() + tokens.result();
        List<Long> counted = tool == null ? List.of() : prices(attempt).counted(tool, attempt.startedAt(), cost);
        List<Charge> charges = charges(reservation, sent, limited, cost, counted);
        return record(
                attempt, target, target.name(), status, null, responseBytes, cost, charges, tokens, upstreamNanos);
    }

    /**
     * Records a call of a tool of Tollgate's own. It is free: what a script calls has events of its own, and a cost there.
     *
     * @param waitedNanos for tools that it called
     */
    public boolean answered(
            Attempt attempt,
            String toolName,
            CallStatus status,
            long responseBytes,
            @Nullable TokenUse tokens,
            long waitedNanos) {
        return record(attempt, null, toolName, status, null, responseBytes, Cost.NONE, List.of(), tokens, waitedNanos);
    }

    private static List<Charge> charges(
            Reservation reservation, boolean sent, long tokens, Cost cost, List<Long> counted) {
        return reservation == Reservation.NOTHING
                ? List.of()
                : reservation.settle(sent ? new Amounts(1, tokens, cost.nanos()) : NOTHING, counted);
    }

    private static PriceList prices(Attempt attempt) {
        return PriceList.of(attempt.snapshot().catalog());
    }

    private boolean record(
            Attempt attempt,
            @Nullable Target target,
            @Nullable String toolName,
            CallStatus status,
            @Nullable RefusalReason reason,
            long responseBytes,
            Cost cost,
            List<Charge> charges,
            @Nullable TokenUse tokens,
            long upstreamNanos) {
        long gatewayNanos = Math.max(0, System.nanoTime() - attempt.startedNanos() - upstreamNanos);
        boolean recorded = log.append(new EventDraft(
                attempt.callId(),
                attempt.startedAt(),
                attempt.snapshot().tenant(),
                Holders.of(attempt.snapshot(), attempt.key()),
                attempt.agentName(),
                attempt.agentVersion(),
                attempt.protocolVersion(),
                attempt.method(),
                attempt.traceId(),
                attempt.parentRequest(),
                target == null ? null : target.server().id(),
                target == null ? null : target.server().name().value(),
                toolName,
                target == null || target.tool() == null ? null : target.tool().definitionHash(),
                attempt.requestBytes(),
                responseBytes,
                cost,
                gatewayNanos / 1_000,
                upstreamNanos / 1_000,
                status,
                reason,
                attempt.snapshot().revision(),
                1,
                charges,
                tokens,
                attempt.parentUsage(),
                attempt.parent() == null ? null : attempt.parent().id()));
        if (attempt.parent() != null) {
            attempt.parent().spent(cost.nanos());
        }
        metrics.attempt(status, reason, gatewayNanos, recorded);
        return recorded;
    }
}
