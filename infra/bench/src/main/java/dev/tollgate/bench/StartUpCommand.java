package dev.tollgate.bench;

import dev.tollgate.bench.scenario.Scenario;
import dev.tollgate.bench.scenario.StartUpScenario;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From start to first call. */
@Command(
        mixinStandardHelpOptions = true,
        name = "startup",
        description = "A gateway's start to its first right answer, from Kafka and from disk.")
final class StartUpCommand extends ScenarioCommand {
    @Option(names = "--starts", defaultValue = "5", description = "Starts of each kind (${DEFAULT-VALUE}).")
    private int starts;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Override
    String name() {
        return "startup";
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(new StartUpScenario(starts, gateway.build(), Bench.class.getName()));
    }
}
