package dev.tollgate.bench;

import dev.tollgate.bench.load.LoadPlan;
import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.load.LoadRun;
import dev.tollgate.bench.load.Pace;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.report.Markdown;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads one MCP endpoint on loopback. */
@Command(
        mixinStandardHelpOptions = true,
        name = "load",
        description = "Loads one MCP endpoint on loopback with tools/call and checks every answer.")
final class LoadCommand implements Callable<Integer> {
    @Option(names = "--port", required = true, description = "Port on 127.0.0.1.")
    private int port;

    @Option(names = "--path", defaultValue = "/mcp", description = "Path (${DEFAULT-VALUE}).")
    private String path = "";

    @Option(names = "--key", description = "Virtual key, sent as bearer token.")
    private @Nullable String key;

    @Option(names = "--tool", defaultValue = "echo", description = "Tool as exposed there (${DEFAULT-VALUE}).")
    private String tool = "";

    @Option(names = "--connections", defaultValue = "32", description = "Concurrency (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--seconds", defaultValue = "10", description = "Duration (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--rate", description = "Calls a second; without it as many as are answered.")
    private @Nullable Double rate;

    @Override
    public Integer call() throws Exception {
        Target target = new Target(
                "target",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                path,
                key == null ? Map.of() : Map.of("Authorization", "Bearer " + key),
                tool);
        Pace pace = rate == null ? new Pace.ClosedLoop() : new Pace.FixedRate(rate);
        LoadResult result = LoadRun.of(new LoadPlan(target, connections, pace, Duration.ofSeconds(seconds)));
        System.out.printf(
                "%s calls/s, p50 %s ms, p99 %s ms, p99.9 %s ms, %s wrong%n%s%n",
                Markdown.whole(result.perSecond()),
                Markdown.millis(result.micros(50)),
                Markdown.millis(result.micros(99)),
                Markdown.millis(result.micros(99.9)),
                Markdown.whole(result.wrong()),
                result.complaint());
        return result.wrong() == 0 ? 0 : 1;
    }
}
