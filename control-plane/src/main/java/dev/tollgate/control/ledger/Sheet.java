package dev.tollgate.control.ledger;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.ledger.AccountRow;
import dev.tollgate.model.quota.ledger.Ledger;
import dev.tollgate.model.quota.ledger.LedgerRows;
import dev.tollgate.model.quota.ledger.TrailRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The part of the ledger that one transaction is about: read from rows, worked on, and written back where it differs. */
final class Sheet {
    private final LedgerRows before;
    private final Ledger ledger;

    Sheet(LeaseTerms terms, List<AccountRow> accounts, List<TrailRow> trails) {
        this.before = new LedgerRows(accounts, trails);
        this.ledger = new Ledger(terms, before);
    }

    Ledger ledger() {
        return ledger;
    }

    List<AccountRow> accounts() {
        return before.accounts();
    }

    void write(Connection connection) throws SQLException {
        LedgerRows after = ledger.rows();
        Map<LimitId, AccountRow> accountsBefore =
                byKey(before.accounts(), row -> row.limit().id());
        List<AccountRow> accounts = after.accounts().stream()
                .filter(row -> !row.equals(accountsBefore.get(row.limit().id())))
                .toList();
        if (!accounts.isEmpty()) {
            new AccountTable(connection).write(accounts);
        }
        writeTrails(new TrailTable(connection), after.trails());
    }

    private void writeTrails(TrailTable table, List<TrailRow> after) throws SQLException {
        Map<UUID, TrailRow> gone = byKey(before.trails(), TrailRow::boot);
        List<TrailRow> changed = after.stream()
                .filter(row -> !row.equals(gone.remove(row.boot())))
                .toList();
        if (!changed.isEmpty()) {
            table.write(changed);
        }
        if (!gone.isEmpty()) {
            table.delete(List.copyOf(gone.values()));
        }
    }

    private static <K, R> Map<K, R> byKey(List<R> rows, Function<R, K> key) {
        Map<K, R> map = new LinkedHashMap<>();
        rows.forEach(row -> map.put(key.apply(row), row));
        return map;
    }
}
