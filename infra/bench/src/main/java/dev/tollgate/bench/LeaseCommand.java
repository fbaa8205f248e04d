package dev.tollgate.bench;

import dev.tollgate.bench.scenario.LeaseScenario;
import dev.tollgate.bench.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Leases a second. */
@Command(
        mixinStandardHelpOptions = true,
        name = "leases",
        description = "Leases that the ledger grants in a second, and how long one takes, on the whole stack.")
final class LeaseCommand extends ScenarioCommand {
    @Option(names = "--limits", defaultValue = "100", description = "Limits (${DEFAULT-VALUE}).")
    private int limits;

    @Option(names = "--gateways", defaultValue = "8", description = "Gateways that ask for each (${DEFAULT-VALUE}).")
    private int gateways;

    @Option(names = "--seconds", defaultValue = "20", description = "Measured, of each way (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds before (${DEFAULT-VALUE}).")
    private int warmUp;

    @Override
    String name() {
        return "leases";
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(new LeaseScenario(limits, gateways, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds)));
    }
}
