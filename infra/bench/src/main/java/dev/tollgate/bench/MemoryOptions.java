package dev.tollgate.bench;

import dev.tollgate.bench.scenario.MemoryScenario;
import dev.tollgate.bench.world.TenantSize;
import java.util.List;
import picocli.CommandLine.Option;

/** How crowded the gateway is. */
final class MemoryOptions {
    @Option(names = "--tenants", defaultValue = "10000", description = "Tenants (${DEFAULT-VALUE}).")
    private int tenants;

    @Option(names = "--keys", defaultValue = "10", description = "Keys of each tenant (${DEFAULT-VALUE}).")
    private int keys;

    @Option(names = "--tools", defaultValue = "50", description = "Tools of each tenant (${DEFAULT-VALUE}).")
    private int tools;

    @Option(
            names = "--crowded-jvm",
            split = " ",
            defaultValue = "-Xmx4g",
            description = "Options of the crowded gateway's JVM (${DEFAULT-VALUE}).")
    private List<String> jvmOptions = List.of();

    MemoryScenario scenario(GatewayOptions gateway) {
        return new MemoryScenario(
                tenants, new TenantSize(keys, tools), gateway.build(jvmOptions), Bench.class.getName());
    }
}
