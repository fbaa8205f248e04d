package dev.tollgate.bench;

import dev.tollgate.bench.scenario.FanOutScenario;
import dev.tollgate.bench.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists for which many upstreams are asked. */
@Command(
        mixinStandardHelpOptions = true,
        name = "fanout",
        description = "prompts/list over 1, 10 and 100 upstreams, all answering and with a tenth that hangs.")
final class FanOutCommand extends ScenarioCommand {
    private static final int TENANTS = 50;

    @Option(
            names = "--tenants",
            defaultValue = "" + TENANTS,
            description = "Tenants asked, of each size (${DEFAULT-VALUE}).")
    private int tenants;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Override
    String name() {
        return "fanout";
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(new FanOutScenario(tenants, gateway.build(), Bench.class.getName()));
    }

    /** What the command measures without options. */
    static Scenario of(GatewayOptions gateway) {
        return new FanOutScenario(TENANTS, gateway.build(), Bench.class.getName());
    }
}
