package dev.tollgate.bench;

import dev.tollgate.bench.scenario.BulkScenario;
import dev.tollgate.bench.scenario.OpenStreamsScenario;
import dev.tollgate.bench.scenario.Scenario;
import dev.tollgate.bench.throughput.ThroughputPlan;
import dev.tollgate.bench.throughput.Traffic;
import dev.tollgate.bench.wire.Era;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Long answers, and answers that do not end. */
@Command(
        mixinStandardHelpOptions = true,
        name = "streaming",
        description = "Long answers as event streams, MB/s; and many open streams, their memory and what they disturb.")
final class StreamingCommand extends ScenarioCommand {
    /** A few callers already fill the machine with long answers. */
    static final int CONNECTIONS = 8;

    private static final int ANSWER_BYTES = 1_000_000;
    private static final int STREAMS = 1_000;
    private static final int RATE = 500;

    @Option(
            names = "--answer-bytes",
            defaultValue = "" + ANSWER_BYTES,
            description = "A long answer (${DEFAULT-VALUE}).")
    private int answerBytes;

    @Option(names = "--connections", defaultValue = "" + CONNECTIONS, description = "Concurrency (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--streams", defaultValue = "" + STREAMS, description = "Open streams (${DEFAULT-VALUE}).")
    private int streams;

    @Option(names = "--rate", defaultValue = "" + RATE, description = "Plain calls/s beside them (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--rounds", defaultValue = "5", description = "Turns of each (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "8", description = "Duration of one turn (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up-seconds", defaultValue = "15", description = "Warm-up of each (${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Override
    String name() {
        return "streaming";
    }

    @Override
    List<Scenario> scenarios() {
        ThroughputPlan plan =
                new ThroughputPlan(connections, Duration.ofSeconds(warmUpSeconds), rounds, Duration.ofSeconds(seconds));
        return of(plan, answerBytes, streams, rate, gateway);
    }

    /** All that the command measures, as it is without options but for the plan. */
    static List<Scenario> of(ThroughputPlan plan, GatewayOptions gateway) {
        return of(plan, ANSWER_BYTES, STREAMS, RATE, gateway);
    }

    private static List<Scenario> of(
            ThroughputPlan plan, int answerBytes, int streams, double rate, GatewayOptions gateway) {
        String main = Bench.class.getName();
        Traffic traffic = new Traffic(answerBytes, Era.LEGACY, Era.LEGACY);
        return List.of(
                new BulkScenario(plan, traffic, gateway.build(), gateway.other(), main),
                new OpenStreamsScenario(streams, rate, plan, gateway.build(), main));
    }
}
