package dev.tollgate.bench;

import dev.tollgate.bench.scenario.ThroughputScenario;
import dev.tollgate.bench.throughput.ThroughputPlan;
import dev.tollgate.bench.throughput.Traffic;
import dev.tollgate.bench.wire.Era;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much load is made. */
final class ThroughputOptions {
    @Option(names = "--connections", defaultValue = "32", description = "Concurrency (${DEFAULT-VALUE}).")
    int connections;

    @Option(names = "--rounds", defaultValue = "5", description = "Turns of each way (${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--seconds", defaultValue = "8", description = "Duration of one turn (${DEFAULT-VALUE}).")
    int seconds;

    @Option(names = "--warm-up-seconds", defaultValue = "15", description = "Warm-up of each (${DEFAULT-VALUE}).")
    int warmUpSeconds;

    @Option(names = "--answer-bytes", defaultValue = "1024", description = "Body of an answer (${DEFAULT-VALUE}).")
    int answerBytes;

    @Option(
            names = "--era",
            defaultValue = "legacy",
            description = "Era of the protocol in which calls are written: legacy or modern (${DEFAULT-VALUE}).")
    Era era = Era.LEGACY;

    @Option(names = "--upstream-era", description = "Era that the upstream speaks (default: the same).")
    @Nullable
    Era upstreamEra;

    ThroughputScenario scenario(GatewayOptions gateway) {
        return new ThroughputScenario(
                plan(connections),
                new Traffic(answerBytes, era, upstreamEra == null ? era : upstreamEra),
                gateway.build(),
                gateway.other(),
                Bench.class.getName());
    }

    /** The same rounds over another number of connections. */
    ThroughputPlan plan(int otherConnections) {
        return new ThroughputPlan(
                otherConnections, Duration.ofSeconds(warmUpSeconds), rounds, Duration.ofSeconds(seconds));
    }
}
