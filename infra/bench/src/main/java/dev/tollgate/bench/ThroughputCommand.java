package dev.tollgate.bench;

import dev.tollgate.bench.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Direct, nginx and Tollgate in turns. */
@Command(
        mixinStandardHelpOptions = true,
        name = "throughput",
        description = "Calls/s, latency and CPU: direct, through nginx, through Tollgate.")
final class ThroughputCommand extends ScenarioCommand {
    @Mixin
    private ThroughputOptions throughput = new ThroughputOptions();

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Override
    String name() {
        return "throughput";
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(throughput.scenario(gateway));
    }
}
