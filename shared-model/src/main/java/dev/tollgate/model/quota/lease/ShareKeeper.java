package dev.tollgate.model.quota.lease;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps one share in leases: one is asked for at a time, and what is not needed goes back. For one thread. */
final class ShareKeeper {
    private static final long ASK_AGAIN_MILLIS = 500;
    private static final long IDLE_MILLIS = 3_000;

    final LimitShare share;
    private final GatewayId gateway;
    private final Demand demand;
    private final Map<LeaseId, Returning> returning = new LinkedHashMap<>();
    private @Nullable LeaseRequest asked;
    private long askedAtMillis;
    private boolean closed;

    ShareKeeper(LimitShare share, GatewayId gateway) {
        this.share = share;
        this.gateway = gateway;
        this.demand = new Demand(isOfRunning());
    }

    /** Whether there is nothing to do until a call lacks something. */
    boolean isAtRest() {
        return asked == null
                && returning.isEmpty()
                && share.leases().length == 0
                && (closed || share.lacking.get() == 0);
    }

    /**
     * @param nextId names the next lease of the limit
     * @param says takes what the ledger is to be told
     */
    void tick(long nowMillis, Function<LimitShare, LeaseId> nextId, List<QuotaRequest> says) {
        demand.sample(share, nowMillis);
        for (Lease lease : share.leases()) {
            if (isOfNoUse(lease, nowMillis)) {
                close(lease);
            }
        }
        // First what goes back: the ledger reckons with it when it answers what is asked for after it.
        returning.values().forEach(each -> each.report(nowMillis).ifPresent(says::add));
        if (asked == null && !closed && !share.isOver()) {
            decide(nowMillis, nextId);
        }
        LeaseRequest request = asked;
        if (request != null && nowMillis - askedAtMillis >= ASK_AGAIN_MILLIS) {
            askedAtMillis = nowMillis;
            says.add(new LeaseRequest(
                    request.lease(), gateway, request.atLeast(), request.wanted(), Instant.ofEpochMilli(nowMillis)));
        }
    }

    private boolean isOfNoUse(Lease lease, long nowMillis) {
        if (lease.isOver(nowMillis) || demand.isIdle(nowMillis, IDLE_MILLIS)) {
            return true;
        }
        // Of a tier a call takes what there is.
        boolean anyWillDo = share.limit().subject().kind() == QuotaSubject.Kind.PRICE;
        boolean tooSmall = lease.left() < (anyWillDo ? 1 : Math.max(1, demand.oneCall()));
        return tooSmall && lease.isSettled() && (lease.left() == 0 || share.leases().length > 1);
    }

    private void decide(long nowMillis, Function<LimitShare, LeaseId> nextId) {
        long lacking = share.lacking.get();
        long atLeast = lacking > 0 ? lacking : wantsMore(nowMillis) ? Math.max(1, demand.oneCall()) : 0;
        if (atLeast == 0 || share.standing().deniesAsking(atLeast, nowMillis)) {
            return;
        }
        share.lacking.set(0);
        if (share.leases().length >= LimitShare.LEASES_MAX) {
            Arrays.stream(share.leases())
                    .min((one, other) -> Long.compare(one.left(), other.left()))
                    .ifPresent(this::close);
        }
        LeaseId id = nextId.apply(share);
        long wanted = Math.max(atLeast, Math.max(share.lackingSum.sumThenReset(), demand.wanted()));
        asked = new LeaseRequest(id, gateway, atLeast, wanted, Instant.ofEpochMilli(nowMillis));
        askedAtMillis = nowMillis - ASK_AGAIN_MILLIS;
    }

    private void answered() {
        asked = null;
        share.answered();
    }

    private boolean wantsMore(long nowMillis) {
        if (demand.ahead() == 0 || demand.isIdle(nowMillis, IDLE_MILLIS)) {
            return false;
        }
        long left = 0;
        for (Lease lease : share.leases()) {
            left += lease.isOver(nowMillis + demand.aheadMillis()) ? 0 : lease.left();
        }
        return left < demand.ahead();
    }

    /**
     * @param usable whether the gateway's clock can be trusted with it
     */
    void granted(LeaseGrant grant, boolean usable, List<QuotaRequest> says) {
        if (asked == null || !asked.lease().equals(grant.lease())) {
            if (!holds(grant.lease())) {
                says.add(new LeaseReport(grant.lease(), 0, true));
            }
            return;
        }
        answered();
        Lease lease = new Lease(grant);
        Lease[] before = share.leases();
        Lease[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = lease;
        share.leases(more);
        if (!usable || closed) {
            close(lease);
        }
        share.tellNews(Standing.of(grant));
    }

    private boolean holds(LeaseId id) {
        return returning.containsKey(id)
                || Arrays.stream(share.leases()).anyMatch(lease -> lease.id().equals(id));
    }

    void denied(LeaseDenial denial) {
        if (asked != null && asked.lease().equals(denial.lease())) {
            answered();
            share.tellNews(Standing.of(denial).withBack(unheardBack()));
        }
    }

    /** What goes back of closed leases and the ledger did not know of when it answered: it may have recalled them with that. */
    private long unheardBack() {
        return returning.values().stream()
                .mapToLong(each -> each.backSince(askedAtMillis))
                .sum();
    }

    void recalled(LeaseId id) {
        for (Lease lease : share.leases()) {
            if (lease.id().equals(id) && !isAllRunning(lease)) {
                close(lease);
            }
        }
    }

    /** There is nothing to give back of it, and calls that come would have to ask for each that ends. */
    private boolean isAllRunning(Lease lease) {
        return isOfRunning() && lease.left() == 0;
    }

    private boolean isOfRunning() {
        return share.limit().unit() == QuotaUnit.CONCURRENT;
    }

    void settled(LeaseId id) {
        returning.remove(id);
        if (asked != null && asked.lease().equals(id)) {
            answered();
        }
    }

    /** Nothing more is reserved, and nothing more asked for; what was asked for goes back when it comes. */
    void closeAll() {
        closed = true;
        closeLeases();
    }

    /** The limit is no more, and its ledger may not answer any more. */
    void drop() {
        share.end();
        answered();
        share.lacking.set(0);
        closeLeases();
        share.tellNews(share.standing());
    }

    private void closeLeases() {
        for (Lease lease : share.leases()) {
            close(lease);
        }
    }

    private void close(Lease lease) {
        share.leases(Arrays.stream(share.leases()).filter(each -> each != lease).toArray(Lease[]::new));
        lease.close();
        returning.put(lease.id(), new Returning(lease));
    }
}
