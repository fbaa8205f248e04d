package dev.tollgate.bench.attack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.load.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Attacks under way at once over a connection each, by turns of all kinds; each that ends is sent again, until {@link #close()}. */
public final class Attackers implements AutoCloseable {
    private static final Attack[] KINDS = Attack.values();
    private static final int OK = 200;
    private static final int SAID_CHARS_MAX = 300;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Target> keys;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicReference<@Nullable String> broken = new AtomicReference<>();
    private volatile boolean closed;

    private Attackers(List<Target> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Sends so many.
     *
     * @param keys that are shown tools by code, used in turns
     */
    public static Attackers start(List<Target> keys, int atOnce) {
        Attackers attackers = new Attackers(keys);
        for (int i = 0; i < atOnce; i++) {
            attackers.send(i);
        }
        return attackers;
    }

    private void send(int place) {
        Target key = keys.get(place % keys.size());
        long number = sent.incrementAndGet();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + key.address().getPort() + key.path()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body(KINDS[place % KINDS.length], number)));
        key.headers().forEach(request::header);
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .whenComplete((answer, failure) -> ended(place, answer, failure));
    }

    private static String body(Attack attack, long number) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("id", number)
                .put("method", "tools/call");
        request.putObject("params")
                .put("name", "executeToolCode")
                .putObject("arguments")
                .put("code", attack.code(number));
        return request.toString();
    }

    private void ended(int place, @Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        if (answer == null || answer.statusCode() != OK) {
            broken.compareAndSet(null, KINDS[place % KINDS.length].words() + ": " + said(answer, failure));
            return;
        }
        answered.incrementAndGet();
        send(place);
    }

    private static String said(@Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
        String said = answer == null ? String.valueOf(failure) : answer.statusCode() + " " + answer.body();
        return said.substring(0, Math.min(said.length(), SAID_CHARS_MAX));
    }

    /** How many were answered, however they ended. */
    public long answered() {
        return answered.get();
    }

    /**
     * Throws if one was not answered as a call is: it is not sent again, and there are fewer than there should be.
     *
     * @throws IOException with the answer
     */
    public void check() throws IOException {
        String first = broken.get();
        if (first != null) {
            throw new IOException("an attack was not answered as a call is: " + first);
        }
    }

    /** Goes away from all that are under way. */
    @Override
    public void close() {
        closed = true;
        client.shutdownNow();
    }
}
