package dev.tollgate.bench;

import dev.tollgate.bench.savings.catalogue.Catalogue;
import dev.tollgate.bench.scenario.SavingsScenario;
import dev.tollgate.bench.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What many tools cost an agent. */
@Command(
        mixinStandardHelpOptions = true,
        name = "savings",
        description =
                "Tokens that agents' models read and write for the same tasks: with all definitions, in Code Mode and"
                        + " in search mode. The figures are the same in every run.")
final class SavingsCommand extends ScenarioCommand {
    @Option(
            names = "--servers",
            split = ",",
            defaultValue = "6,11,16",
            description = "Servers that organizations have, one row each (${DEFAULT-VALUE}).")
    private List<Integer> servers = List.of();

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    String name() {
        return "savings";
    }

    @Override
    List<Scenario> scenarios() {
        for (int size : servers) {
            if (size < 1 || size > Catalogue.size()) {
                throw new ParameterException(
                        spec.commandLine(), "--servers: there are 1 to " + Catalogue.size() + " servers, not " + size);
            }
        }
        return List.of(new SavingsScenario(servers, gateway.build()));
    }
}
