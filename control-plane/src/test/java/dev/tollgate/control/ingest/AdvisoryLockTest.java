package dev.tollgate.control.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdvisoryLockTest {
    static EmbeddedPostgres postgres;

    private DataSource dataSource;
    private AdvisoryLock one;
    private AdvisoryLock other;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void two() {
        dataSource = postgres.getPostgresDatabase();
        one = new AdvisoryLock(dataSource);
        other = new AdvisoryLock(dataSource);
    }

    @Test
    void one_leads_until_it_lets_go() {
        assertThat(one.acquire()).isTrue();
        assertThat(other.acquire()).isFalse();
        assertThat(other.isHeld()).isFalse();

        one.release();

        assertThat(other.acquire()).isTrue();
        other.release();
    }

    @Test
    void a_lead_ends_with_its_session() throws Exception {
        assertThat(one.acquire()).isTrue();

        endOtherSessions();
        // Asked at most once a second.
        TimeUnit.MILLISECONDS.sleep(1_100);

        assertThat(one.isHeld()).isFalse();
        assertThat(other.acquire()).isTrue();
        one.release();
        assertThat(other.isHeld()).isTrue();
        other.release();
    }

    private void endOtherSessions() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
        }
    }
}
