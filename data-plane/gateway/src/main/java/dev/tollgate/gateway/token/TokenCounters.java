package dev.tollgate.gateway.token;

import dev.tollgate.gateway.token.TokenMetrics.Estimated;
import dev.tollgate.model.token.TokenEncoding;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The threads that count, and the calls that wait for them. A gateway whose tenants count nothing has none. */
public final class TokenCounters implements AutoCloseable {
    /** Arguments and result of a call, together, that are counted; of longer ones an estimate is as good. */
    public static final int TEXT_BYTES_MAX = 256 * 1024;
    /** Calls that wait. */
    public static final int WAITING_MAX = 256;
    /** How long a call waits to be counted, and is counted. */
    public static final Duration WAIT_MAX = Duration.ofMillis(250);

    private static final Logger LOG = Logger.getLogger(TokenCounters.class);
    private static final int IDLE_SECONDS = 60;

    private final TokenMetrics metrics;
    private final DefinitionCounts definitions;
    private final ThreadPoolExecutor threads;
    private final Set<TokenEncoding> prepared = ConcurrentHashMap.newKeySet();

    public TokenCounters(TokenMetrics metrics) {
        // Half of the machine is the event loops'.
        this(metrics, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING_MAX);
    }

    TokenCounters(TokenMetrics metrics, int count, int waitingMax) {
        this.metrics = metrics;
        this.definitions = new DefinitionCounts(metrics);
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waitingMax),
                Thread.ofPlatform().daemon().name("tokens-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** How many calls wait. */
    public int waiting() {
        return threads.getQueue().size();
    }

    /** Builds what these encodings need, so that the first call does not wait for it. */
    public void prepare(Set<TokenEncoding> encodings) {
        if (!prepared.addAll(encodings)) {
            return;
        }
        try {
            threads.execute(() -> build(encodings));
        } catch (RejectedExecutionException e) {
            LOG.debug("the first call builds what it needs, as the counters are busy", e);
        }
    }

    private static void build(Set<TokenEncoding> encodings) {
        byte[] nothing = {};
        for (TokenEncoding encoding : EnumSet.copyOf(encodings)) {
            try {
                long _ = Tokenizer.count(nothing, encoding);
            } catch (CharacterCodingException e) {
                throw new IllegalStateException("nothing is UTF-8", e);
            }
        }
    }

    /**
     * Counts, or estimates what is not to be counted. Does not wait.
     *
     * @param then told once: at once where it is estimated, else on a thread that counts, or never of what is abandoned
     */
    public void count(TokenCount count, Consumer<Counted> then) {
        Estimated why = count.encoding().isEstimate()
                ? Estimated.ENCODING
                : count.textBytes() > TEXT_BYTES_MAX ? Estimated.SIZE : offer(count, then) ? null : Estimated.BUSY;
        if (why != null) {
            metrics.tokensEstimated(why);
            then.accept(count.estimate());
        }
    }

    private boolean offer(TokenCount count, Consumer<Counted> then) {
        try {
            threads.execute(() -> {
                if (!count.isOver()) {
                    count.run(definitions, metrics, then);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Somebody has waited for as long as calls do; what they are told in place of the counts. */
    public Counted late(TokenCount count) {
        count.abandon();
        metrics.tokensEstimated(Estimated.LATE);
        return count.estimate();
    }

    @Override
    public void close() {
        // What waits is estimated by whoever waits.
        threads.shutdownNow();
    }
}
