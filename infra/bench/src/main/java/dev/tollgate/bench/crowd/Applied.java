package dev.tollgate.bench.crowd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * The revisions that a gateway has applied since its start, by its own timer: from a head as it was read until calls are
 * decided by it, without Kafka's way.
 *
 * @param seconds that all of them took together
 */
record Applied(long count, double seconds) {
    private static final String TIMER = "tollgate_snapshot_apply_time_seconds";
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /**
     * @param metrics where the gateway tells its counts
     */
    static Applied read(HttpClient client, URI metrics) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(metrics).timeout(ANSWER_MAX).build();
        return parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /**
     * @param text in Prometheus's format
     * @throws IOException if the timer is not among it
     */
    static Applied parse(String text) throws IOException {
        return new Applied((long) value(text, TIMER + "_count"), value(text, TIMER + "_sum"));
    }

    private static double value(String text, String name) throws IOException {
        return text.lines()
                .filter(line -> line.startsWith(name) && " {".indexOf(line.charAt(name.length())) >= 0)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new IOException("the gateway tells no " + name));
    }

    /** What one revision took since then, on average if there were several. */
    long microsEachSince(Applied before) {
        return Math.round((seconds - before.seconds) * 1e6 / (count - before.count));
    }
}
