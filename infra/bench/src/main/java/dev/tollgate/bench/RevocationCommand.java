package dev.tollgate.bench;

import dev.tollgate.bench.scenario.RevocationScenario;
import dev.tollgate.bench.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From a revocation to the first refusal. */
@Command(
        mixinStandardHelpOptions = true,
        name = "revocation",
        description = "From POST .../revoke to the first refusal at the gateway, on the whole stack.")
final class RevocationCommand extends ScenarioCommand {
    @Option(names = "--keys", defaultValue = "200", description = "Keys that are revoked (${DEFAULT-VALUE}).")
    private int keys;

    @Override
    String name() {
        return "revocation";
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(new RevocationScenario(keys));
    }
}
