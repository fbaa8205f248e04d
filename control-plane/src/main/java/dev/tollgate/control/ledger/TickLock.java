package dev.tollgate.control.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Says which process lets time pass: the one that has an advisory lock of PostgreSQL, to the end of its transaction. */
final class TickLock {
    /** "tg ledge" in ASCII; any number that no other lock of the database has. */
    private static final long LOCK = 0x7467_206c_6564_6765L;

    private TickLock() {}

    static boolean take(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            query.setLong(1, LOCK);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
