package dev.tollgate.control.ingest;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.model.wire.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Says how far what is stored is behind what gateways have sent, whichever replica ingests. */
@ApplicationScoped
public class IngestLag {
    private final IngestMeter meter;
    private final ClickHouse clickHouse;
    private final InstantSource clock;

    @Inject
    IngestLag(IngestMeter meter, ClickHouse clickHouse) {
        this(meter, clickHouse, InstantSource.system());
    }

    IngestLag(IngestMeter meter, ClickHouse clickHouse, InstantSource clock) {
        this.meter = meter;
        this.clickHouse = clickHouse;
        this.clock = clock;
    }

    /** Empty if nothing was ever ingested. */
    public Optional<Duration> current() {
        return coveredUntil().map(until -> {
            Duration lag = Duration.between(until, clock.instant());
            return lag.isNegative() ? Duration.ZERO : lag;
        });
    }

    /** What this process knows is newer than what was written; until it has caught up it knows nothing. */
    private Optional<Instant> coveredUntil() {
        var progress = meter.progress();
        if (progress != null && progress.coveredUntil().isAfter(Instant.EPOCH)) {
            return Optional.of(progress.coveredUntil());
        }
        Sql written = Sql.of("SELECT max(covered_until) AS until FROM ingest_progress WHERE topic = {topic:String}")
                .with("topic", Topics.EVENTS);
        return clickHouse.query(written, row -> row.time("until")).stream()
                .filter(until -> until.isAfter(Instant.EPOCH))
                .findFirst();
    }
}
