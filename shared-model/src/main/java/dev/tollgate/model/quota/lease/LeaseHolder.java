package dev.tollgate.model.quota.lease;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRecall;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseSettled;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * All leases of one boot of a gateway. Shares are found by any thread; everything else is for the one that keeps the leases.
 * Of thousands of limits only those are looked at that are in use.
 */
public final class LeaseHolder {
    private final GatewayId gateway;
    private final UUID boot;
    private final LeaseTerms terms;
    private final Runnable wake;
    private final Map<LimitId, ShareKeeper> keepers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<LimitId> stirred = new ConcurrentLinkedQueue<>();
    private final Set<LimitId> active = new LinkedHashSet<>();
    private long lastNumber;
    private final AtomicLong clockBehind = new AtomicLong();

    /**
     * @param wake asks for a {@link #tick} now, because a call lacks something; from any thread
     */
    public LeaseHolder(GatewayId gateway, UUID boot, LeaseTerms terms, Runnable wake) {
        this.gateway = gateway;
        this.boot = boot;
        this.terms = terms;
        this.wake = wake;
    }

    /** The share of a limit, with the amount that it has now. From any thread, but not for each call. */
    public LimitShare share(QuotaLimit limit) {
        ShareKeeper found = keepers.compute(limit.id(), (_, known) -> {
            ShareKeeper keeper = known == null ? keeper(limit) : known;
            keeper.share.limit(limit);
            return keeper;
        });
        return found.share;
    }

    /** The share of a limit that a call has asked for before. From any thread. */
    public Optional<LimitShare> find(LimitId limit) {
        return Optional.ofNullable(keepers.get(limit)).map(keeper -> keeper.share);
    }

    /** All shares that there are. From any thread. */
    public Stream<LimitShare> shares() {
        return keepers.values().stream().map(keeper -> keeper.share);
    }

    /** The limit is no more: calls are not held to it, and what is held of it goes back with the next ticks. */
    public void drop(LimitId limit) {
        ShareKeeper keeper = keepers.get(limit);
        if (keeper != null && !keeper.share.isOver()) {
            keeper.drop();
            active.add(limit);
        }
    }

    /** Leases from which calls may take. From any thread. */
    public int leasesHeld() {
        return shares().mapToInt(share -> share.leases().length).sum();
    }

    private ShareKeeper keeper(QuotaLimit limit) {
        Runnable stir = () -> {
            stirred.add(limit.id());
            wake.run();
        };
        return new ShareKeeper(new LimitShare(limit, stir), gateway);
    }

    /** How many grants, to whatever gateway, came from further in the future than clocks may differ. From any thread. */
    public long clockBehind() {
        return clockBehind.get();
    }

    /**
     * Does what is due. To be called when woken, and some ten times a second.
     *
     * @param nowMillis by the gateway's clock
     * @return what the ledger is to be told
     */
    public List<QuotaRequest> tick(long nowMillis) {
        for (LimitId limit = stirred.poll(); limit != null; limit = stirred.poll()) {
            active.add(limit);
        }
        List<QuotaRequest> says = new ArrayList<>();
        for (Iterator<LimitId> limits = active.iterator(); limits.hasNext(); ) {
            LimitId limit = limits.next();
            ShareKeeper keeper = keepers.get(limit);
            if (keeper != null) {
                keeper.tick(nowMillis, this::nextId, says);
            }
            if (keeper == null || keeper.isAtRest()) {
                limits.remove();
                forgetIfOver(limit);
            }
        }
        return says;
    }

    private void forgetIfOver(LimitId limit) {
        keepers.computeIfPresent(limit, (_, keeper) -> keeper.share.isOver() ? null : keeper);
    }

    private LeaseId nextId(LimitShare share) {
        lastNumber++;
        return new LeaseId(share.limit().id(), boot, lastNumber);
    }

    /** Takes what the ledger says to any gateway; what is for others is passed over. */
    public List<QuotaRequest> receive(QuotaAnswer answer, long nowMillis) {
        // Grants to others tell the time as well, and to this gateway there may be none while its clock is late.
        boolean sound = !(answer instanceof LeaseGrant grant) || isClockSound(grant, nowMillis);
        if (!answer.lease().boot().equals(boot)) {
            return List.of();
        }
        ShareKeeper keeper = keepers.get(answer.lease().limit());
        if (keeper == null) {
            return answer instanceof LeaseGrant ? List.of(new LeaseReport(answer.lease(), 0, true)) : List.of();
        }
        active.add(answer.lease().limit());
        List<QuotaRequest> says = new ArrayList<>();
        switch (answer) {
            case LeaseGrant grant -> keeper.granted(grant, sound, says);
            case LeaseDenial denial -> keeper.denied(denial);
            case LeaseRecall recall -> keeper.recalled(recall.lease());
            case LeaseSettled settled -> keeper.settled(settled.lease());
        }
        return says;
    }

    /** A grant that comes from further in the future than clocks may differ shows that ours is late, however long it took. */
    private boolean isClockSound(LeaseGrant grant, long nowMillis) {
        Instant latest = Instant.ofEpochMilli(nowMillis).plus(terms.clockMargin());
        if (grant.grantedAt().isAfter(latest)) {
            clockBehind.incrementAndGet();
            return false;
        }
        return true;
    }

    /** Nothing more is reserved; what is left goes back with the next ticks. */
    public void closeAll() {
        for (Map.Entry<LimitId, ShareKeeper> each : keepers.entrySet()) {
            each.getValue().closeAll();
            active.add(each.getKey());
        }
    }

    /** Whether nothing is held, asked for or returned any more. */
    public boolean isAtRest() {
        return stirred.isEmpty() && active.isEmpty();
    }
}
