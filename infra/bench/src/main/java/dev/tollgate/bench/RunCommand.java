package dev.tollgate.bench;

import dev.tollgate.bench.scenario.RevocationScenario;
import dev.tollgate.bench.scenario.Scenario;
import dev.tollgate.bench.scenario.StartUpScenario;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything in one run. */
@Command(
        mixinStandardHelpOptions = true,
        name = "run",
        description = "All measurements one after another, in one report.")
final class RunCommand extends ScenarioCommand {
    @Mixin
    private ThroughputOptions throughput = new ThroughputOptions();

    @Option(names = "--starts", defaultValue = "5", description = "Starts of each kind (${DEFAULT-VALUE}).")
    private int starts;

    @Option(names = "--revoked-keys", defaultValue = "200", description = "Keys revoked (${DEFAULT-VALUE}).")
    private int revokedKeys;

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Override
    String name() {
        return "bench";
    }

    @Override
    List<Scenario> scenarios() {
        String main = Bench.class.getName();
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(throughput.scenario(gateway));
        scenarios.addAll(StreamingCommand.of(throughput.plan(StreamingCommand.CONNECTIONS), gateway));
        scenarios.add(FanOutCommand.of(gateway));
        scenarios.add(new RevocationScenario(revokedKeys));
        scenarios.add(new StartUpScenario(starts, gateway.build(), main));
        scenarios.add(memory.scenario(gateway));
        return scenarios;
    }
}
