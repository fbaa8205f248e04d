package dev.tollgate.bench.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a gateway counts.
 *
 * @param text in Prometheus's format
 */
public record MetricsPage(String text) {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /**
     * Asks for it.
     *
     * @param metrics where the gateway tells its counts
     */
    public static MetricsPage read(HttpClient client, URI metrics) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(metrics).timeout(ANSWER_MAX).build();
        return new MetricsPage(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /**
     * The first value of a name, whatever its labels.
     *
     * @throws IOException if there is none
     */
    public double value(String name) throws IOException {
        return text.lines()
                .filter(line -> isOf(line, name))
                .mapToDouble(MetricsPage::number)
                .findFirst()
                .orElseThrow(() -> new IOException("the gateway tells no " + name));
    }

    /** The values of a name by one of its labels; nothing if there are none yet. */
    public SortedMap<String, Double> values(String name, String label) {
        SortedMap<String, Double> values = new TreeMap<>();
        String before = label + "=\"";
        text.lines().filter(line -> isOf(line, name) && line.contains(before)).forEach(line -> {
            int from = line.indexOf(before) + before.length();
            values.merge(line.substring(from, line.indexOf('"', from)), number(line), Double::sum);
        });
        return values;
    }

    private static boolean isOf(String line, String name) {
        return line.startsWith(name) && line.length() > name.length() && " {".indexOf(line.charAt(name.length())) >= 0;
    }

    private static double number(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
