package dev.tollgate.bench.revocation;

import dev.tollgate.model.api.IssuedKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.HdrHistogram.Histogram;

/**
 * Revokes keys one by one while each is in use, and measures how long it is still accepted. Both times end when the first
 * refusal arrives: one begins just before the revocation is sent, the other when it is answered.
 *
 * @param fromSentMicros what a person who clicks waits for
 * @param fromAnsweredMicros what is left after "revoked" was said; 0 where the refusal came first
 */
public record Revocations(Histogram fromSentMicros, Histogram fromAnsweredMicros) {
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final int DIGITS = 3;
    /** Pauses of random length, so that revocations do not fall into step with anything that looks at intervals. */
    private static final int PAUSE_MILLIS_MAX = 300;

    /**
     * Issues, uses and revokes so many keys.
     *
     * @param mcp the gateway's endpoint
     * @param done is told how many are done
     */
    public static Revocations measure(Keys issuer, URI mcp, int keys, IntConsumer done)
            throws IOException, InterruptedException {
        Revocations measured = new Revocations(new Histogram(DIGITS), new Histogram(DIGITS));
        Random random = new Random();
        UUID environment = issuer.environment();
        for (int i = 0; i < keys; i++) {
            IssuedKey key = issuer.issue(environment, "measured " + i);
            try (KeyPoller poller = new KeyPoller(mcp, key.secret())) {
                poller.awaitAccepted(MOST);
                CompletableFuture<Long> refused = poller.untilRefused();
                Thread.sleep(random.nextInt(PAUSE_MILLIS_MAX));
                issuer.control();
                long sent = System.nanoTime();
                issuer.revoke(key.key());
                long answered = System.nanoTime();
                measured.record(sent, answered, await(refused));
            }
            done.accept(i + 1);
        }
        return measured;
    }

    void record(long sentNanos, long answeredNanos, long refusedNanos) {
        fromSentMicros.recordValue((refusedNanos - sentNanos) / 1_000);
        fromAnsweredMicros.recordValue(Math.max(0, refusedNanos - answeredNanos) / 1_000);
    }

    private static long await(CompletableFuture<Long> refused) throws IOException, InterruptedException {
        try {
            return refused.get(MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("polling a revoked key failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("a revoked key was still accepted after " + MOST, e);
        }
    }
}
