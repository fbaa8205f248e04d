package dev.tollgate.bench.revocation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Pings a gateway with one key over one connection, one ping after the other, until it is refused. */
public final class KeyPoller implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest ping;
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * @param mcp the gateway's endpoint
     */
    public KeyPoller(URI mcp, String key) {
        this.ping = HttpRequest.newBuilder(mcp)
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(PING))
                .build();
    }

    /**
     * Returns once the gateway knows the key.
     *
     * @throws IOException if it does not within the time
     */
    public void awaitAccepted(Duration most) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (status() != OK) {
            if (System.nanoTime() > end) {
                throw new IOException("a new key was not accepted within " + most);
            }
        }
    }

    /** Goes on pinging on a thread of its own; the future holds {@link System#nanoTime()} of the first refusal's arrival. */
    public CompletableFuture<Long> untilRefused() {
        CompletableFuture<Long> refused = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("poller").start(() -> poll(refused));
        return refused;
    }

    private void poll(CompletableFuture<Long> refused) {
        try {
            while (!over.get()) {
                int status = status();
                if (status == UNAUTHORIZED) {
                    refused.complete(System.nanoTime());
                    return;
                }
                if (status != OK) {
                    throw new IOException("a ping was answered " + status);
                }
            }
        } catch (IOException e) {
            refused.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refused.completeExceptionally(e);
        }
    }

    private int status() throws IOException, InterruptedException {
        return client.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        over.set(true);
        client.shutdownNow();
    }
}
