package dev.tollgate.bench;

import dev.tollgate.bench.scenario.OverloadScenario;
import dev.tollgate.bench.scenario.Scenario;
import dev.tollgate.bench.throughput.ThroughputPlan;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A loud neighbour. */
@Command(
        mixinStandardHelpOptions = true,
        name = "overload",
        description = "What a tenant within its limits notices of one that asks for many times its share.")
final class OverloadCommand extends ScenarioCommand {
    @Option(names = "--share", defaultValue = "100", description = "Calls/s of each tenant (${DEFAULT-VALUE}).")
    private int share;

    @Option(names = "--times", defaultValue = "50", description = "Times that, of the loud one (${DEFAULT-VALUE}).")
    private int times;

    @Option(names = "--connections", defaultValue = "16", description = "Of each tenant (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--rounds", defaultValue = "9", description = "Turns (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "12", description = "Of each, alone and beside it (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "120",
            description = "Warm-up, as fast as it goes (${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Override
    String name() {
        return "overload";
    }

    @Override
    List<Scenario> scenarios() {
        ThroughputPlan plan =
                new ThroughputPlan(connections, Duration.ofSeconds(warmUpSeconds), rounds, Duration.ofSeconds(seconds));
        return List.of(new OverloadScenario(share, times, plan, gateway.build(), Bench.class.getName()));
    }
}
