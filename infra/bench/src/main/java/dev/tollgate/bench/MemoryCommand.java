package dev.tollgate.bench;

import dev.tollgate.bench.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Many tenants in one gateway. */
@Command(
        mixinStandardHelpOptions = true,
        name = "memory",
        description = "One gateway with many tenants: memory, disk, load time, answers and a change.")
final class MemoryCommand extends ScenarioCommand {
    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Override
    String name() {
        return "memory";
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(memory.scenario(gateway));
    }
}
