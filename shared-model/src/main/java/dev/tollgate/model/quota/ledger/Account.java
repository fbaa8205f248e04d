package dev.tollgate.model.quota.ledger;

import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseRecall;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseSettled;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One limit. Invariant: what counts of settled amounts, and of the ceilings of leases that are not settled, is within the
 * limit's amount whenever something is granted.
 */
final class Account {
    /** Two of a gateway's turns: how soon what is recalled can be back. */
    private static final Duration RETURN_TIME = Duration.ofMillis(300);
    /** A limit that was raised or whose time has come is seen within this. */
    private static final Duration RETRY_MAX = Duration.ofSeconds(5);
    /** Calls end at any time: when it makes sense to try again. */
    private static final Duration RUNNING_RETRY = Duration.ofSeconds(1);

    /** A lease that no longer counts is still known for this long, so that what comes late is booked right. */
    private static final Duration KEPT = Duration.ofHours(1);
    /** A gateway holds a few leases of a limit; more than this of one limit have to be settled first. */
    static final int HELD_MAX = 4_000;

    private final LeaseTerms terms;
    private final Map<LeaseId, HeldLease> held = new LinkedHashMap<>();
    private final BootFences fences;
    private final SettledAmounts settled;
    private QuotaLimit limit;
    private Instant clock;
    private Totals totals;

    Account(LeaseTerms terms, AccountRow row) {
        this.terms = terms;
        this.limit = row.limit();
        this.clock = row.clock();
        row.held().forEach(lease -> held.put(lease.id(), lease));
        this.fences = new BootFences(row.fences());
        this.settled = new SettledAmounts(row.settled());
        this.totals = row.totals();
    }

    AccountRow row() {
        return new AccountRow(limit, clock, List.copyOf(held.values()), fences.rows(), settled.row(), totals);
    }

    void limit(QuotaLimit changed) {
        limit = changed;
    }

    List<QuotaAnswer> request(LeaseRequest request, Instant at) {
        Instant now = advance(at);
        HeldLease known = held.get(request.lease());
        if (known != null) {
            // Even if its term is over: a gateway that never heard of it asks for nothing else until it has.
            return known.isUnreported() ? List.of(grant(known, now)) : List.of();
        }
        if (fences.isBehind(request.lease())) {
            return List.of(new LeaseSettled(request.lease()));
        }
        if (isStale(request, now)) {
            return List.of();
        }
        long left = held.size() < HELD_MAX ? left(now) : 0;
        // Of a tier any part will do.
        long least = isOfTier() ? Math.min(request.atLeast(), Math.max(1, left)) : request.atLeast();
        if (left >= least) {
            return List.of(granted(request, least, left, now));
        }
        // Its gateway asks anew, by another number. If a late copy were granted and that answer lost, nobody would ever
        // speak of the lease again.
        fences.touch(request.lease(), now);
        return denial(request, left, now);
    }

    private boolean isStale(LeaseRequest request, Instant now) {
        // Reckoned from our own time, because any time can stand in a request.
        Instant oldest = now.minus(terms.requestAgeMax()).minus(terms.clockMargin());
        return request.askedAt().isBefore(oldest);
    }

    private QuotaAnswer granted(LeaseRequest request, long least, long left, Instant now) {
        long gateways = boots().size() + 1L;
        // Half of an even share, so that the slices become smaller as less is left, and someone who comes late finds
        // something.
        long share = left / (2 * gateways);
        long amount = Math.max(least, Math.min(request.wanted(), share));
        HeldLease lease = lease(request.lease(), amount, now);
        held.put(lease.id(), lease);
        fences.touch(lease.id(), now);
        totals = totals.plusGranted(amount);
        return grant(lease, now);
    }

    private HeldLease lease(LeaseId id, long amount, Instant now) {
        // Of what holds now nothing is left over when another amount does.
        Instant end = sooner(
                now.plus(terms.term(limit.window())), limit.changesAfter(now).orElse(Instant.MAX));
        return switch (limit.window()) {
            case QuotaWindow.Rolling rolling -> lease(id, amount, now, Instant.EPOCH, end, countsUntil(end, rolling));
            case QuotaWindow.Calendar calendar -> {
                Period period = calendar.periodAt(now);
                yield lease(id, amount, now, period.start(), sooner(end, period.end()), period.end());
            }
            case QuotaWindow.Running _ -> lease(id, amount, now, Instant.EPOCH, end, runsUntil(end));
        };
    }

    private static Instant sooner(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static HeldLease lease(LeaseId id, long amount, Instant now, Instant from, Instant end, Instant until) {
        return new HeldLease(id, amount, now, from, end, until, amount, 0);
    }

    private LeaseGrant grant(HeldLease lease, Instant now) {
        return new LeaseGrant(
                lease.id(),
                lease.amount(),
                Math.max(0, left(now)),
                now,
                lease.validFrom(),
                lease.expiresAt(),
                resetsAt(now));
    }

    private List<QuotaAnswer> denial(LeaseRequest request, long left, Instant now) {
        List<QuotaAnswer> answers = new ArrayList<>();
        long recalled = 0;
        for (HeldLease lease : held.values()) {
            if (isRecallable(lease, request, now)) {
                answers.add(new LeaseRecall(lease.id()));
                recalled += lease.ceiling();
            } else if (isOfTier() && isSoonRecallable(lease, request, now)) {
                recalled += lease.ceiling();
            }
        }
        Instant resetsAt = resetsAt(now);
        boolean soon = recalled > 0 || isOfRunning();
        Instant latest = soon ? now.plus(RETURN_TIME) : isUsedUp(now) ? Instant.MAX : now.plus(RETRY_MAX);
        answers.add(new LeaseDenial(request.lease(), Math.max(0, left), recalled, resetsAt, sooner(resetsAt, latest)));
        return answers;
    }

    /** Of a tier, whose size never changes: nothing of it can come back in this window any more. */
    private boolean isUsedUp(Instant now) {
        return isOfTier() && settled.at(now) >= limit.amountAt(now);
    }

    private boolean isOfTier() {
        return limit.subject().kind() == QuotaSubject.Kind.PRICE;
    }

    /** Another's, which will be asked for in a moment: a call waits for it before it pays the next rate. */
    private boolean isSoonRecallable(HeldLease lease, LeaseRequest request, Instant now) {
        return !lease.id().boot().equals(request.lease().boot())
                && lease.isUnreported()
                && now.isBefore(lease.expiresAt());
    }

    private boolean isRecallable(HeldLease lease, LeaseRequest request, Instant now) {
        // Whoever asks for room to run one more call has none in what it holds, and of a tier it has that in hand.
        boolean own = lease.id().boot().equals(request.lease().boot());
        return !(own && (isOfRunning() || isOfTier()))
                && lease.isUnreported()
                && now.isBefore(lease.expiresAt())
                && !now.isBefore(lease.grantedAt().plus(terms.recallAfter()));
    }

    List<QuotaAnswer> report(LeaseReport report, Instant at) {
        Instant now = advance(at);
        HeldLease lease = held.get(report.lease());
        if (lease == null) {
            return List.of(new LeaseSettled(report.lease()));
        }
        HeldLease lowered = heard(lease.lowered(report.ceiling()), now);
        totals = totals.plusReturned(lease.ceiling() - lowered.ceiling());
        held.put(lease.id(), lowered);
        if (!report.last()) {
            return List.of();
        }
        settle(lowered, lowered.ceiling(), now);
        return List.of(new LeaseSettled(report.lease()));
    }

    /** While its gateway says that calls run, they do, however long. */
    private HeldLease heard(HeldLease lease, Instant now) {
        return isOfRunning() ? lease.countingUntil(runsUntil(now)) : lease;
    }

    /** No call runs any more then that ran at {@code at}, whichever clock said so, unless its gateway says more. */
    private Instant runsUntil(Instant at) {
        return at.plus(terms.runMax()).plus(terms.clockMargin());
    }

    void charge(Charge charge) {
        held.computeIfPresent(charge.lease(), (_, lease) -> lease.charged(charge.amount()));
    }

    /** Time passes: leases of processes that are over, and whose events are all here, are what events say. */
    void tick(Instant at, Set<UUID> over) {
        Instant now = advance(at);
        for (HeldLease lease : List.copyOf(held.values())) {
            if (over.contains(lease.id().boot()) && isOver(lease, now)) {
                settle(lease, Math.min(lease.ceiling(), lease.charged()), now);
            } else if (lease.countsUntil().plus(KEPT).isBefore(now)) {
                settle(lease, lease.ceiling(), now);
            }
        }
        settled.forget(now);
        fences.forget(
                boots(), now, terms.requestAgeMax().plus(terms.clockMargin().multipliedBy(2)));
    }

    /** Whether no clock within the margin lets anything more be reserved from it. */
    private boolean isOver(HeldLease lease, Instant now) {
        return !now.isBefore(lease.expiresAt().plus(terms.clockMargin()));
    }

    private void settle(HeldLease lease, long spent, Instant now) {
        // What calls took while they ran is free when they are over, however they ended.
        long kept = isOfRunning() ? 0 : spent;
        held.remove(lease.id());
        fences.touch(lease.id(), now);
        settled.add(countsUntil(lease, now), kept);
        totals = totals.plusSpent(kept).plusReturned(lease.ceiling() - kept);
    }

    private boolean isOfRunning() {
        return limit.window() instanceof QuotaWindow.Running;
    }

    private Instant countsUntil(HeldLease lease, Instant now) {
        if (limit.window() instanceof QuotaWindow.Rolling rolling) {
            return sooner(countsUntil(now, rolling), lease.countsUntil());
        }
        return lease.countsUntil();
    }

    /** Whichever clock said {@code at}, and whichever will say that it is over. */
    private Instant countsUntil(Instant at, QuotaWindow.Rolling rolling) {
        return SettledAmounts.until(at.plus(terms.clockMargin()), rolling);
    }

    Figures figures(Instant at) {
        Instant now = at.isAfter(clock) ? at : clock;
        return new Figures(totals, settled.at(now), heldAt(now), left(now), resetsAt(now));
    }

    private long left(Instant now) {
        return limit.amountAt(now) - settled.at(now) - heldAt(now);
    }

    private long heldAt(Instant now) {
        long sum = 0;
        for (HeldLease lease : held.values()) {
            sum += lease.counts(now) ? lease.ceiling() : 0;
        }
        return sum;
    }

    private Instant resetsAt(Instant now) {
        return switch (limit.window()) {
            case QuotaWindow.Calendar calendar -> calendar.periodAt(now).end();
            case QuotaWindow.Rolling rolling -> settled.firstEnd(now, countsUntil(now, rolling));
            case QuotaWindow.Running _ -> now.plus(RUNNING_RETRY);
        };
    }

    private Set<UUID> boots() {
        return held.values().stream().map(lease -> lease.id().boot()).collect(Collectors.toSet());
    }

    /** Clocks of two control planes may differ; an account whose time went back would forget what it spent. */
    private Instant advance(Instant at) {
        clock = at.isAfter(clock) ? at : clock;
        return clock;
    }
}
