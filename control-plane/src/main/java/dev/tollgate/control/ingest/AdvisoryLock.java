package dev.tollgate.control.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leads while it holds an advisory lock of PostgreSQL on a session of its own: the lock ends with the session, so a
 * process that dies leaves none behind. A pooler between here and PostgreSQL must not share sessions.
 */
final class AdvisoryLock implements Leadership {
    private static final Logger LOG = Logger.getLogger(AdvisoryLock.class);
    /** "tollgate ingest", and the same in each release. */
    private static final long LOCK = 0x746f_6c6c_696e_6765L;

    private static final Duration ASK_INTERVAL = Duration.ofSeconds(1);
    private static final int ANSWER_SECONDS_MAX = 2;

    private final DataSource dataSource;
    private @Nullable Connection session;
    private long askedAtNanos;

    AdvisoryLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public boolean acquire() {
        try {
            Connection opened = dataSource.getConnection();
            if (lock(opened)) {
                session = opened;
                askedAtNanos = System.nanoTime();
                return true;
            }
            opened.close();
        } catch (SQLException e) {
            LOG.debug("PostgreSQL can't be asked who ingests", e);
        }
        return false;
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public boolean isHeld() {
        Connection held = session;
        if (held == null) {
            return false;
        }
        if (System.nanoTime() - askedAtNanos < ASK_INTERVAL.toNanos()) {
            return true;
        }
        try {
            askedAtNanos = System.nanoTime();
            return held.isValid(ANSWER_SECONDS_MAX);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void release() {
        Connection held = session;
        session = null;
        if (held == null) {
            return;
        }
        try (held;
                PreparedStatement statement = held.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        } catch (SQLException e) {
            LOG.debug("the session that held the lock is gone, and the lock with it", e);
        }
    }
}
