package dev.tollgate.bench.crowd;

import dev.tollgate.bench.revocation.KeyPoller;
import dev.tollgate.bench.world.ConfigPublisher;
import dev.tollgate.bench.world.GatewayProcess;
import dev.tollgate.bench.world.MadeTenant;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long one change of one tenant takes to decide at a gateway: from just before a key's removal is sent to Kafka to the
 * first refusal of that key, which is pinged all the time. Kafka's way and one ping's are in it, and beside it stands what the
 * gateway itself took.
 */
public final class Changes {
    private static final Duration MOST = Duration.ofSeconds(60);
    /** Pauses of random length, so that changes do not fall into step with anything that looks at intervals. */
    private static final int PAUSE_MILLIS_MAX = 100;

    private static final long COUNTED_MILLIS = 5;

    private Changes() {}

    /** Removes each tenant's first key, one tenant after another. */
    public static ChangeTimes measure(ConfigPublisher publisher, GatewayProcess gateway, List<MadeTenant> tenants)
            throws IOException, InterruptedException {
        ChangeTimes times = new ChangeTimes();
        Random random = new Random();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (MadeTenant tenant : tenants) {
                KeySecret key = tenant.keys().getFirst();
                try (KeyPoller poller = new KeyPoller(gateway.mcp(), key.reveal())) {
                    poller.awaitAccepted(MOST);
                    Applied before = Applied.read(client, gateway.metrics());
                    CompletableFuture<Long> refused = poller.untilRefused();
                    Thread.sleep(random.nextInt(PAUSE_MILLIS_MAX));
                    long sent = System.nanoTime();
                    publisher.publishWithout(tenant, key);
                    publisher.flush();
                    times.decided().recordValue((await(refused) - sent) / 1_000);
                    times.applied().recordValue(next(client, gateway, before).microsEachSince(before));
                }
            }
        }
        return times;
    }

    /** A change is counted just after it is served, so a refusal may be heard of first. */
    private static Applied next(HttpClient client, GatewayProcess gateway, Applied before)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + MOST.toNanos();
        Applied now = Applied.read(client, gateway.metrics());
        while (now.count() == before.count()) {
            if (System.nanoTime() > end) {
                throw new IOException("a change that is served was not counted within " + MOST);
            }
            Thread.sleep(COUNTED_MILLIS);
            now = Applied.read(client, gateway.metrics());
        }
        return now;
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
