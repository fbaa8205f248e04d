package dev.tollgate.bench;

import dev.tollgate.bench.scenario.AttacksScenario;
import dev.tollgate.bench.scenario.Scenario;
import dev.tollgate.bench.throughput.ThroughputPlan;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scripts that mean harm. */
@Command(
        mixinStandardHelpOptions = true,
        name = "attacks",
        description = "What plain calls of one tenant notice of scripts of another that want more than they may have.")
final class AttacksCommand extends ScenarioCommand {
    @Option(names = "--attacks", defaultValue = "50", description = "Scripts at once (${DEFAULT-VALUE}).")
    private int attacks;

    @Option(names = "--rate", defaultValue = "100", description = "Plain calls a second (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--connections", defaultValue = "16", description = "Of the plain calls (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--rounds", defaultValue = "5", description = "Turns (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "15", description = "Of each, without and with (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "65",
            description = "Warm-up, longer than a script's time (${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Option(
            names = "--attacked-jvm",
            split = " ",
            defaultValue = "-Xmx256m -XX:+UseParallelGC",
            description = "Options of the attacked gateway's JVM (${DEFAULT-VALUE}).")
    private List<String> jvmOptions = List.of();

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Override
    String name() {
        return "attacks";
    }

    @Override
    List<Scenario> scenarios() {
        ThroughputPlan plan =
                new ThroughputPlan(connections, Duration.ofSeconds(warmUpSeconds), rounds, Duration.ofSeconds(seconds));
        return List.of(new AttacksScenario(attacks, rate, plan, gateway.build(jvmOptions), Bench.class.getName()));
    }
}
