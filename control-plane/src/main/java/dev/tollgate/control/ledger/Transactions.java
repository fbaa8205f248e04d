package dev.tollgate.control.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Transactions as the system role, each of one attempt: who gives something to the ledger gives it again. */
final class Transactions {
    /** No lock is held for longer than a batch takes; whoever waits this long begins again. */
    private static final String BOUNDS = "set local lock_timeout = '5s'; set local statement_timeout = '10s'";

    private final DataSource system;

    Transactions(DataSource system) {
        this.system = system;
    }

    /** What is done within one transaction. */
    @FunctionalInterface
    interface Work<R> {
        R in(Connection connection) throws SQLException;
    }

    /**
     * @throws LedgerFailure if it could not be done; then nothing was, unless the answer to the commit alone was lost
     */
    <R> R call(Work<R> work) {
        try (Connection connection = system.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement bounds = connection.createStatement()) {
                bounds.execute(BOUNDS);
                R result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new LedgerFailure("the ledger's rows cannot be worked on: " + e.getMessage(), e);
        }
    }
}
