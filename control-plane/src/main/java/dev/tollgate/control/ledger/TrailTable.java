package dev.tollgate.control.ledger;

import dev.tollgate.model.quota.ledger.SequenceRange;
import dev.tollgate.model.quota.ledger.TrailRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trails as rows, within the transaction of a connection. */
final class TrailTable {
    private static final String COLUMNS =
            "select boot, through, beyond, last_sequence, broken, heard_at from quota_trail";
    /** So that of two who hear of a boot first one waits for the other. */
    private static final String BEGIN = "insert into quota_trail (boot, heard_at) select b, ? from unnest(?::uuid[]) b"
            + " order by b on conflict do nothing";

    private static final String WRITE = "update quota_trail t set through = w.through, beyond = w.beyond::bigint[],"
            + " last_sequence = w.last_sequence, broken = w.broken, complete = w.complete, heard_at = w.heard_at"
            + " from unnest(?::uuid[], ?::bigint[], ?::text[], ?::bigint[], ?::boolean[], ?::boolean[], ?::timestamptz[])"
            + " as w(boot, through, beyond, last_sequence, broken, complete, heard_at) where t.boot = w.boot";

    private static final String DELETE = "delete from quota_trail t using unnest(?::uuid[], ?::timestamptz[])"
            + " as w(boot, heard_at) where t.boot = w.boot and t.heard_at = w.heard_at";

    private final Connection connection;

    TrailTable(Connection connection) {
        this.connection = connection;
    }

    /** Those that there are, as they stand now. */
    List<TrailRow> read(Collection<UUID> boots) throws SQLException {
        return byBoot(COLUMNS + " where boot = any(?)", boots);
    }

    /** One of each, locked in one order for all. */
    List<TrailRow> lock(Collection<UUID> boots, Instant now) throws SQLException {
        if (boots.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setTimestamp(1, Timestamp.from(now));
            insert.setArray(2, Arrays.of(connection, "uuid", boots, boot -> boot));
            insert.executeUpdate();
        }
        return byBoot(COLUMNS + " where boot = any(?) order by boot for update", boots);
    }

    /** Those of which nothing was heard since, locked but for those that something is just heard of. */
    List<TrailRow> lockSilent(Instant since, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                COLUMNS + " where heard_at < ? order by heard_at limit ? for update skip locked")) {
            query.setTimestamp(1, Timestamp.from(since));
            query.setInt(2, most);
            return rows(query);
        }
    }

    private List<TrailRow> byBoot(String sql, Collection<UUID> boots) throws SQLException {
        if (boots.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, Arrays.of(connection, "uuid", boots, boot -> boot));
            return rows(query);
        }
    }

    private static List<TrailRow> rows(PreparedStatement query) throws SQLException {
        List<TrailRow> rows = new ArrayList<>();
        try (ResultSet found = query.executeQuery()) {
            while (found.next()) {
                rows.add(new TrailRow(
                        found.getObject(1, UUID.class),
                        found.getLong(2),
                        ranges((Long[]) found.getArray(3).getArray()),
                        found.getObject(4, Long.class),
                        found.getBoolean(5),
                        found.getTimestamp(6).toInstant()));
            }
        }
        return rows;
    }

    private static List<SequenceRange> ranges(Long[] pairs) {
        List<SequenceRange> ranges = new ArrayList<>(pairs.length / 2);
        for (int i = 0; i < pairs.length; i += 2) {
            ranges.add(new SequenceRange(pairs[i], pairs[i + 1]));
        }
        return ranges;
    }

    void write(List<TrailRow> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WRITE)) {
            set(update, 1, "uuid", rows, TrailRow::boot);
            set(update, 2, "bigint", rows, TrailRow::through);
            set(update, 3, "text", rows, TrailTable::pairs);
            set(update, 4, "bigint", rows, TrailRow::lastSequence);
            set(update, 5, "boolean", rows, TrailRow::broken);
            set(update, 6, "boolean", rows, TrailRow::isComplete);
            set(update, 7, "timestamptz", rows, row -> Timestamp.from(row.heardAt()));
            update.executeUpdate();
        }
    }

    private void set(
            PreparedStatement statement,
            int index,
            String type,
            List<TrailRow> rows,
            Function<TrailRow, @Nullable Object> value)
            throws SQLException {
        statement.setArray(index, Arrays.of(connection, type, rows, value));
    }

    private static String pairs(TrailRow row) {
        return row.beyond().stream()
                .map(range -> range.first() + "," + range.last())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** But for those that something was heard of since they were read. */
    void delete(List<TrailRow> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            set(delete, 1, "uuid", rows, TrailRow::boot);
            set(delete, 2, "timestamptz", rows, row -> Timestamp.from(row.heardAt()));
            delete.executeUpdate();
        }
    }
}
