package dev.tollgate.bench;

import dev.tollgate.bench.scenario.Scenario;
import dev.tollgate.bench.scenario.ScriptsScenario;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Microseconds and bytes of scripts. */
@Command(
        mixinStandardHelpOptions = true,
        name = "scripts",
        description =
                "What the gateway's own part of scripts costs: warm, first of a JVM, in long loops, and many at once.")
final class ScriptsCommand extends ScenarioCommand {
    @Option(names = "--forks", defaultValue = "2", description = "JVMs for each kind of script (${DEFAULT-VALUE}).")
    private int forks;

    @Option(names = "--starts", defaultValue = "15", description = "JVMs for first scripts (${DEFAULT-VALUE}).")
    private int starts;

    @Override
    String name() {
        return "scripts";
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(new ScriptsScenario(forks, starts));
    }
}
