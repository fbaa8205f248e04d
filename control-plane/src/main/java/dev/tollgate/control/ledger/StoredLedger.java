package dev.tollgate.control.ledger;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.ledger.AccountRow;
import dev.tollgate.model.quota.ledger.HeldLease;
import dev.tollgate.model.quota.ledger.Ledger;
import dev.tollgate.model.quota.ledger.TrailRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The ledger over PostgreSQL. Each call is one transaction: it locks the accounts and trails that it is about, always in the same
 * order, has the rules decide, and writes what they changed. So any number of processes may do it at once, and what is
 * answered has been written down. For use by several threads.
 */
final class StoredLedger {
    /** What a tick looks at, so that it has an end; the rest is due still at the next. */
    static final int TICK_ACCOUNTS_MAX = 500;

    private static final int TICK_TRAILS_MAX = 500;

    private final Transactions transactions;
    private final LeaseTerms terms;
    private final Set<Region> regions;
    private final LedgerMeter meter;

    /**
     * @param regions those of this installation; nothing is sent to another
     */
    StoredLedger(Transactions transactions, LeaseTerms terms, Set<Region> regions, LedgerMeter meter) {
        this.transactions = transactions;
        this.terms = terms;
        this.regions = Set.copyOf(regions);
        this.meter = meter;
    }

    /**
     * Hears what gateways say, in its order.
     *
     * @return what is to be answered, now that it is written down; said again, it gives the same answers
     */
    List<Addressed> hear(List<Word> words, Instant now) {
        return transactions.call(connection -> {
            Sheet sheet = sheetFor(connection, words, now);
            Map<LimitId, TenantId> owners = owners(sheet);
            List<Answer> answers = new ArrayList<>();
            for (Word word : words) {
                switch (word) {
                    case Word.Ended(BootEnded ended) -> sheet.ledger().ended(ended, now);
                    case Word.Asked asked -> {
                        if (isOwn(asked.tenant(), asked.request().lease().limit(), owners)) {
                            sheet.ledger()
                                    .receive(asked.request(), now)
                                    .forEach(answer -> answers.add(new Answer(asked.tenant(), answer)));
                        }
                    }
                }
            }
            sheet.write(connection);
            return addressed(connection, answers);
        });
    }

    private record Answer(TenantId tenant, QuotaAnswer answer) {}

    private Sheet sheetFor(Connection connection, List<Word> words, Instant now) throws SQLException {
        Set<LimitId> limits = new HashSet<>();
        Set<UUID> ended = new HashSet<>();
        Set<UUID> asking = new HashSet<>();
        for (Word word : words) {
            switch (word) {
                case Word.Ended(BootEnded end) -> ended.add(end.boot());
                case Word.Asked asked -> {
                    limits.add(asked.request().lease().limit());
                    if (asked.request() instanceof LeaseRequest request) {
                        asking.add(request.lease().boot());
                    }
                }
            }
        }
        asking.removeAll(ended);
        List<AccountRow> accounts = new AccountTable(connection).lock(limits);
        TrailTable table = new TrailTable(connection);
        List<TrailRow> trails = new ArrayList<>(table.lock(ended, now));
        trails.addAll(table.read(asking));
        return new Sheet(terms, accounts, trails);
    }

    private static Map<LimitId, TenantId> owners(Sheet sheet) {
        Map<LimitId, TenantId> owners = new HashMap<>();
        sheet.accounts()
                .forEach(account ->
                        owners.put(account.limit().id(), account.limit().tenant()));
        return owners;
    }

    /** Of a limit that is no more the rules know what to say. */
    private boolean isOwn(TenantId tenant, LimitId limit, Map<LimitId, TenantId> owners) {
        boolean own = tenant.equals(owners.getOrDefault(limit, tenant));
        if (!own) {
            meter.foreign.incrementAndGet();
        }
        return own;
    }

    private List<Addressed> addressed(Connection connection, List<Answer> answers) throws SQLException {
        Set<TenantId> tenants = new HashSet<>();
        answers.forEach(answer -> tenants.add(answer.tenant()));
        Map<TenantId, Set<Region>> homes = Homes.of(connection, tenants, regions);
        return answers.stream()
                .map(answer ->
                        new Addressed(answer.tenant(), homes.getOrDefault(answer.tenant(), Set.of()), answer.answer()))
                .toList();
    }

    /**
     * Takes events into the books, each once however often it comes; an event and what it charges together or not at all.
     */
    void charge(Collection<TenantEvent> events, Instant now) {
        if (events.isEmpty()) {
            return;
        }
        transactions.call(connection -> {
            Set<LimitId> limits = new HashSet<>();
            Set<UUID> boots = new HashSet<>();
            for (TenantEvent event : events) {
                boots.add(event.event().boot());
                event.event()
                        .charges()
                        .forEach(charge -> limits.add(charge.lease().limit()));
            }
            List<AccountRow> accounts = limits.isEmpty() ? List.of() : new AccountTable(connection).lock(limits);
            Sheet sheet = new Sheet(terms, accounts, new TrailTable(connection).lock(boots, now));
            Map<LimitId, TenantId> owners = owners(sheet);
            events.forEach(event -> sheet.ledger().charged(own(event, owners), now));
            sheet.write(connection);
            return sheet;
        });
    }

    private ChargedEvent own(TenantEvent event, Map<LimitId, TenantId> owners) {
        List<Charge> charges = event.event().charges().stream()
                .filter(charge -> isOwn(event.tenant(), charge.lease().limit(), owners))
                .toList();
        return new ChargedEvent(event.event().boot(), event.event().sequence(), charges);
    }

    /**
     * Lets time pass, for the accounts in which it may change something; by one process at a time.
     *
     * @return whether it was this one
     */
    boolean tick(Instant now) {
        return transactions.call(connection -> {
            if (!TickLock.take(connection)) {
                return false;
            }
            AccountTable accounts = new AccountTable(connection);
            List<LimitId> due = accounts.due(now, TICK_ACCOUNTS_MAX);
            Sheet sheet = sheetOf(connection, due, now);
            sheet.ledger().tick(now);
            sheet.write(connection);
            accounts.ticked(due, now);
            meter.standing(accounts.standing());
            return true;
        });
    }

    /** Trails are read when the accounts are locked: what they say is here has then been charged to the accounts. */
    private Sheet sheetOf(Connection connection, List<LimitId> due, Instant now) throws SQLException {
        List<AccountRow> accounts = new AccountTable(connection).lock(due);
        Set<UUID> boots = new HashSet<>();
        for (AccountRow account : accounts) {
            account.held().stream().map(HeldLease::id).forEach(lease -> boots.add(lease.boot()));
        }
        TrailTable table = new TrailTable(connection);
        List<TrailRow> trails = new ArrayList<>(table.lockSilent(now.minus(Ledger.TRAIL_KEPT), TICK_TRAILS_MAX));
        trails.forEach(trail -> boots.remove(trail.boot()));
        trails.addAll(table.read(boots));
        return new Sheet(terms, accounts, trails);
    }
}
