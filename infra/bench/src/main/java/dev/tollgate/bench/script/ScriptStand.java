package dev.tollgate.bench.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tollgate.bench.world.MadeSnapshot;
import dev.tollgate.bench.world.MadeTenant;
import dev.tollgate.bench.world.Site;
import dev.tollgate.bench.world.TenantSize;
import dev.tollgate.gateway.code.Pauses;
import dev.tollgate.gateway.code.Script;
import dev.tollgate.gateway.code.ScriptEnd;
import dev.tollgate.gateway.code.ScriptMetrics;
import dev.tollgate.gateway.code.ScriptRunner;
import dev.tollgate.gateway.code.ScriptTools;
import dev.tollgate.gateway.code.ToolCaller;
import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.meter.PriceList;
import dev.tollgate.gateway.policy.KeyView;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.VirtualKeyConfig;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A runner with the bounds that a gateway of this JVM has, and a made tenant's tools. */
final class ScriptStand implements AutoCloseable {
    /** As delivered. */
    private static final ScriptMaxima LIMITS = new ScriptMaxima(10_000_000, 32 << 20, 1 << 20, 100, 60);

    private static final String KEY = "key";
    private static final int HITS = 10;
    private static final ToolCaller.Answer HITS_FOUND = new ToolCaller.Answer.Result(
            ("{\"content\":[],\"structuredContent\":{\"hits\":" + hits() + "}}").getBytes(UTF_8));

    private final ScriptTools tools = tools();
    private final ScriptRunner runner = new ScriptRunner(
            // One script after the other without an end: what a gateway lets them take of the heap in a second is not
            // asked about.
            ScriptRunner.Bounds.of(
                            Runtime.getRuntime().maxMemory(),
                            Runtime.getRuntime().availableProcessors())
                    .with(Long.MAX_VALUE),
            new Uncounted());

    private static final class Uncounted implements ScriptMetrics {
        @Override
        public void scriptEnded(ScriptEnd.Kind kind, long nanos) {}

        @Override
        public void boundHit(String bound) {}
    }

    private static String hits() {
        return IntStream.range(0, HITS)
                .mapToObj(i -> "{\"id\":\"id-%d\",\"title\":\"Title %d\",\"score\":%d}".formatted(i, i, i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static ScriptTools tools() {
        URI upstream = URI.create("http://127.0.0.1:1/mcp");
        MadeSnapshot made =
                new MadeSnapshot(MadeTenant.make(0, new TenantSize(1, 50), Site.REGION, upstream, new SecureRandom()));
        TenantSnapshot snapshot = made.with(List.of());
        KeyView view = KeyView.of(snapshot, made.first(VirtualKeyConfig.class));
        return ScriptTools.of(
                view.shown(RequestFilter.NONE).of(ToolMode.DIRECT), PriceList.of(snapshot.catalog()), Instant.now());
    }

    /** What a gateway does at its start, to its end. */
    void rehearse() {
        if (asleep(runner::rehearse).kind() != ScriptEnd.Kind.DONE) {
            throw new IllegalStateException("the rehearsal did not come to its end");
        }
    }

    /** Runs a script whose tools find ten things at once; spins, so that nobody has to be woken when it has ended. */
    ScriptEnd run(String code) {
        AtomicReference<@Nullable ScriptEnd> told = new AtomicReference<>();
        start(code, told::set);
        ScriptEnd end = told.get();
        while (end == null) {
            Thread.onSpinWait();
            end = told.get();
        }
        return end;
    }

    /** The same, and sleeps until it is woken. */
    ScriptEnd runAsleep(String code) {
        return asleep(then -> start(code, then));
    }

    private static ScriptEnd asleep(Consumer<Consumer<ScriptEnd>> started) {
        CompletableFuture<ScriptEnd> end = new CompletableFuture<>();
        started.accept(end::complete);
        return end.join();
    }

    private void start(String code, Consumer<ScriptEnd> then) {
        start(code, KEY, (_, _, _, _) -> CompletableFuture.completedFuture(HITS_FOUND), then);
    }

    /**
     * Starts a script and does not wait.
     *
     * @throws IllegalStateException if the runner has no place for it
     */
    void start(String code, Object holder, ToolCaller caller, Consumer<ScriptEnd> then) {
        if (runner.start(new Script(code, tools, LIMITS, holder, Pauses.NEVER), caller, then)
                .isEmpty()) {
            throw new IllegalStateException("there is no place for one more script of " + holder);
        }
    }

    /** What the threads of scripts have worked so far, those excluded that have ended. */
    static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("script"))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.threadId())))
                .sum();
    }

    @Override
    public void close() {
        runner.close();
    }
}
