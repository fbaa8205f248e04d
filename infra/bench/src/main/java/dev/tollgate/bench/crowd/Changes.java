package dev.tollgate.bench.crowd;

import dev.tollgate.bench.revocation.KeyPoller;
import dev.tollgate.bench.world.ConfigPublisher;
import dev.tollgate.bench.world.MadeTenant;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/**
 * How long one change of one tenant takes to decide at a gateway: from just before a key's removal is sent to Kafka to the
 * first refusal of that key, which is pinged all the time. Kafka's way and one ping's are in it.
 */
public final class Changes {
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final int DIGITS = 3;
    /** Pauses of random length, so that changes do not fall into step with anything that looks at intervals. */
    private static final int PAUSE_MILLIS_MAX = 100;

    private Changes() {}

    /**
     * Removes each tenant's first key, one tenant after another.
     *
     * @param mcp the gateway's endpoint
     * @return microseconds
     */
    public static Histogram measure(ConfigPublisher publisher, URI mcp, List<MadeTenant> tenants)
            throws IOException, InterruptedException {
        Histogram micros = new Histogram(DIGITS);
        Random random = new Random();
        for (MadeTenant tenant : tenants) {
            KeySecret key = tenant.keys().getFirst();
            try (KeyPoller poller = new KeyPoller(mcp, key.reveal())) {
                poller.awaitAccepted(MOST);
                CompletableFuture<Long> refused = poller.untilRefused();
                Thread.sleep(random.nextInt(PAUSE_MILLIS_MAX));
                long sent = System.nanoTime();
                publisher.publishWithout(tenant, key);
                publisher.flush();
                micros.recordValue((await(refused) - sent) / 1_000);
            }
        }
        return micros;
    }

    private static long await(CompletableFuture<Long> refused) throws IOException, InterruptedException {
        try {
            return refused.get(MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("polling a removed key failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("a removed key was still accepted after " + MOST, e);
        }
    }
}
