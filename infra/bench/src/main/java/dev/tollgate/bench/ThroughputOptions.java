package dev.tollgate.bench;

import dev.tollgate.bench.throughput.ThroughputPlan;
import java.time.Duration;
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

    ThroughputPlan plan() {
        return new ThroughputPlan(connections, Duration.ofSeconds(warmUpSeconds), rounds, Duration.ofSeconds(seconds));
    }
}
