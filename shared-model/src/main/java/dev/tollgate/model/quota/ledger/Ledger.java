package dev.tollgate.model.quota.ledger;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseSettled;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who holds how much of which limit, for all limits or for those that something is said of: then with the trails of the boots
 * that say it, and for {@link #tick} with those of all boots that hold something of them. What a method changed must be written down before its answers are sent: a gateway may
 * spend what it was granted, and forgets what it was told is settled. Not safe for use by several threads.
 */
public final class Ledger {
    /** Longer than events are kept on their topic, so that no event of a boot comes once its trail is forgotten. */
    public static final Duration TRAIL_KEPT = Duration.ofDays(8);

    private final LeaseTerms terms;
    private final Map<LimitId, Account> accounts = new LinkedHashMap<>();
    private final Map<UUID, EventTrail> trails = new LinkedHashMap<>();

    public Ledger(LeaseTerms terms, LedgerRows rows) {
        this.terms = terms;
        for (AccountRow row : rows.accounts()) {
            accounts.put(row.limit().id(), new Account(terms, row));
        }
        for (TrailRow row : rows.trails()) {
            trails.put(row.boot(), new EventTrail(row));
        }
    }

    public LedgerRows rows() {
        return new LedgerRows(
                accounts.values().stream().map(Account::row).toList(),
                trails.values().stream().map(EventTrail::row).toList());
    }

    /** A limit is new or has another amount. What was spent of it stays spent. */
    public void limit(QuotaLimit limit) {
        accounts.computeIfAbsent(limit.id(), _ -> new Account(terms, AccountRow.fresh(limit)))
                .limit(limit);
    }

    /** A limit is no more. */
    public void remove(LimitId limit) {
        accounts.remove(limit);
    }

    /** Answers what a gateway said; several answers may be for several gateways. */
    public List<QuotaAnswer> receive(QuotaRequest request, Instant now) {
        Account account = accounts.get(request.lease().limit());
        return switch (request) {
            case LeaseRequest asked -> account == null || isFenced(asked) ? List.of() : account.request(asked, now);
            case LeaseReport report ->
                account == null ? List.of(new LeaseSettled(report.lease())) : account.report(report, now);
        };
    }

    /** What a process asked for that is over is of use to nobody. */
    private boolean isFenced(LeaseRequest request) {
        EventTrail trail = trails.get(request.lease().boot());
        return trail != null && trail.hasEnded();
    }

    /** An event is here, perhaps not for the first time. */
    public void charged(ChargedEvent event, Instant now) {
        EventTrail trail = trails.computeIfAbsent(event.boot(), boot -> new EventTrail(TrailRow.fresh(boot, now)));
        if (!trail.add(event.sequence(), now)) {
            return;
        }
        for (Charge charge : event.charges()) {
            Account account = accounts.get(charge.lease().limit());
            if (account != null) {
                account.charge(charge);
            }
        }
    }

    /** A process is over. */
    public void ended(BootEnded end, Instant now) {
        trails.computeIfAbsent(end.boot(), boot -> new EventTrail(TrailRow.fresh(boot, now)))
                .ended(end.lastSequence(), now);
    }

    /** To be called about once a second. */
    public void tick(Instant now) {
        Set<UUID> over = trails.entrySet().stream()
                .filter(entry -> entry.getValue().row().isComplete())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        accounts.values().forEach(account -> account.tick(now, over));
        trails.values().removeIf(trail -> trail.isSilentSince(now.minus(TRAIL_KEPT)));
    }

    public Optional<Figures> figures(LimitId limit, Instant now) {
        return Optional.ofNullable(accounts.get(limit)).map(account -> account.figures(now));
    }
}
