package dev.tollgate.control.ledger;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.ledger.AccountRow;
import dev.tollgate.model.quota.ledger.HeldLease;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Accounts as rows, within the transaction of a connection. */
final class AccountTable {
    /** How long what time changes may wait in an account that nobody speaks of: it is out of force, and only takes room. */
    private static final Duration TIDY_INTERVAL = Duration.ofMinutes(1);

    private static final String LOCK =
            "select terms, books from quota_account where limit_id = any(?)" + " order by limit_id for update";
    private static final String WRITE = "update quota_account a"
            + " set books = w.books, held = w.held, boots = w.boots::uuid[], busy = w.busy"
            + " from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::boolean[])"
            + " as w(limit_id, books, held, boots, busy) where a.limit_id = w.limit_id";
    private static final String DUE = "select a.limit_id from quota_account a where a.busy and (a.ticked_at <= ?"
            + " or exists (select from quota_trail t where t.boot = any(a.boots) and t.complete))"
            + " order by a.ticked_at, a.limit_id limit ?";
    private static final String TICKED = "update quota_account set ticked_at = ? where limit_id = any(?)";

    private final Connection connection;

    AccountTable(Connection connection) {
        this.connection = connection;
    }

    /** Those that there are, locked in one order for all. */
    List<AccountRow> lock(Collection<LimitId> limits) throws SQLException {
        List<AccountRow> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(LOCK)) {
            query.setArray(1, Arrays.of(connection, "uuid", limits, LimitId::value));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(Books.row(found.getString(1), found.getString(2)));
                }
            }
        }
        return rows;
    }

    void write(List<AccountRow> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WRITE)) {
            set(update, 1, "uuid", rows, row -> row.limit().id().value());
            set(update, 2, "text", rows, row -> Books.of(row).text());
            set(update, 3, "bigint", rows, row -> row.totals().held());
            set(update, 4, "text", rows, AccountTable::boots);
            set(update, 5, "boolean", rows, row -> Books.of(row).isBusy());
            update.executeUpdate();
        }
    }

    private static String boots(AccountRow row) {
        return row.held().stream()
                .map(HeldLease::id)
                .map(lease -> lease.boot().toString())
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void set(
            PreparedStatement statement,
            int index,
            String type,
            List<AccountRow> rows,
            Function<AccountRow, Object> value)
            throws SQLException {
        statement.setArray(index, Arrays.of(connection, type, rows, value));
    }

    /** Those in which time may have changed something, the one that was looked at longest ago first. */
    List<LimitId> due(Instant now, int most) throws SQLException {
        List<LimitId> due = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setTimestamp(1, Timestamp.from(now.minus(TIDY_INTERVAL)));
            query.setInt(2, most);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    due.add(new LimitId(found.getObject(1, UUID.class)));
                }
            }
        }
        return due;
    }

    void ticked(Collection<LimitId> limits, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TICKED)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setArray(2, Arrays.of(connection, "uuid", limits, LimitId::value));
            update.executeUpdate();
        }
    }

    /** How many there are, and how much leases hold of those that count money. */
    Standing standing() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select count(*), coalesce(sum(held) filter (where unit = ?), 0) from quota_account")) {
            query.setString(1, QuotaUnit.NANO_DOLLARS.toString());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Standing(row.getLong(1), row.getBigDecimal(2).doubleValue());
            }
        }
    }

    record Standing(long accounts, double heldNanoDollars) {}
}
