package dev.tollgate.bench.crowd;

import dev.tollgate.bench.world.MetricsPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;

/**
 * The revisions that a gateway has applied since its start, by its own timer: from a head as it was read until calls are
 * decided by it, without Kafka's way.
 *
 * @param seconds that all of them took together
 */
record Applied(long count, double seconds) {
    private static final String TIMER = "tollgate_snapshot_apply_time_seconds";

    /**
     * @param metrics where the gateway tells its counts
     */
    static Applied read(HttpClient client, URI metrics) throws IOException, InterruptedException {
        return of(MetricsPage.read(client, metrics));
    }

    /**
     * @throws IOException if the timer is not among it
     */
    static Applied of(MetricsPage page) throws IOException {
        return new Applied((long) page.value(TIMER + "_count"), page.value(TIMER + "_sum"));
    }

    /** What one revision took since then, on average if there were several. */
    long microsEachSince(Applied before) {
        return Math.round((seconds - before.seconds) * 1e6 / (count - before.count));
    }
}
