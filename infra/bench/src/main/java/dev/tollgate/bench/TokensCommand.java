package dev.tollgate.bench;

import dev.tollgate.bench.scenario.Scenario;
import dev.tollgate.bench.scenario.TokensScenario;
import dev.tollgate.bench.throughput.ThroughputPlan;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What it costs to count tokens. */
@Command(
        mixinStandardHelpOptions = true,
        name = "tokens",
        description = "Calls/s, latency and CPU of a tenant whose tokens are counted, held against one whose are not.")
final class TokensCommand extends ScenarioCommand {
    private static final int SHORT_BYTES = 1 << 10;
    private static final int LONG_BYTES = 32 << 10;

    @Option(names = "--connections", defaultValue = "8", description = "Concurrency (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--rounds", defaultValue = "4", description = "Turns of each way (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "4", description = "Duration of one turn (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up-seconds", defaultValue = "15", description = "Warm-up of each (${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Override
    String name() {
        return "tokens";
    }

    @Override
    List<Scenario> scenarios() {
        ThroughputPlan plan =
                new ThroughputPlan(connections, Duration.ofSeconds(warmUpSeconds), rounds, Duration.ofSeconds(seconds));
        String main = Bench.class.getName();
        return List.of(
                new TokensScenario(plan, SHORT_BYTES, gateway.build(), main),
                new TokensScenario(plan, LONG_BYTES, gateway.build(), main));
    }
}
