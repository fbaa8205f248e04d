package dev.tollgate.bench;

import dev.tollgate.bench.scenario.AdmissionScenario;
import dev.tollgate.bench.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Nanoseconds and bytes of a call's policy and limits. */
@Command(
        mixinStandardHelpOptions = true,
        name = "admission",
        description = "What policy and limits cost a call, with limits that hold for it and limits that do not.")
final class AdmissionCommand extends ScenarioCommand {
    @Option(names = "--forks", defaultValue = "2", description = "JVMs for each number of limits (${DEFAULT-VALUE}).")
    private int forks;

    @Override
    String name() {
        return "admission";
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(new AdmissionScenario(forks));
    }
}
