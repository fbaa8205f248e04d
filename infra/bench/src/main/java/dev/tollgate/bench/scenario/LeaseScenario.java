package dev.tollgate.bench.scenario;

import dev.tollgate.bench.lease.LeaseRound;
import dev.tollgate.bench.lease.OpenLimits;
import dev.tollgate.bench.process.Folders;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Report;
import dev.tollgate.local.app.Planes;
import dev.tollgate.local.app.QuarkusApp;
import dev.tollgate.local.backend.Kafka;
import dev.tollgate.local.backend.Postgres;
import dev.tollgate.local.stack.Extent;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.local.stack.StackOptions;
import dev.tollgate.local.stack.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Leases granted by the ledger of one control plane, on the whole stack, to gateways that want nothing else: those that this process
 * plays, so that the stack's own is stopped, as is what takes no part.
 */
public record LeaseScenario(int limits, int gateways, Duration warmUp, Duration measured) implements Scenario {
    private static final Duration SETTLE = Duration.ofSeconds(3);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tollgate-bench-");
        report.progress("starting the whole stack");
        try (LocalStack stack =
                LocalStack.start(StackOptions.in(folder).with(Extent.PLANES).with(Surroundings.LASTING))) {
            for (QuarkusApp gateway : stack.planes().gateways()) {
                stack.stop(gateway.name());
            }
            stack.stop(Planes.CONSOLE);
            OpenLimits open = OpenLimits.open(stack.config(), limits);
            String kafka = stack.config().getOrDefault("tollgate.kafka.bootstrap-servers", "");
            List<List<String>> rows = new ArrayList<>();
            try (LeaseRound round = new LeaseRound(kafka, open)) {
                report.progress("warming up for " + warmUp.toSeconds() + " s");
                round.run(gateways, limits, warmUp, Duration.ofSeconds(1));
                rows.add(row(stack, round, gateways, limits));
                rows.add(row(stack, round, gateways, 1));
                rows.add(row(stack, round, 1, 1));
            }
            report.section(
                    "Leases",
                    Markdown.table(
                            List.of(
                                    "gateways that ask, for limits each",
                                    "leases/s",
                                    "p50 ms",
                                    "p99 ms",
                                    "us of a core for each: control plane",
                                    "Kafka",
                                    "PostgreSQL",
                                    "bench"),
                            rows));
        } finally {
            Folders.delete(folder);
        }
    }

    private List<String> row(LocalStack stack, LeaseRound round, int asking, int wanted) throws IOException {
        Map<String, Long> before = used(stack);
        LeaseRound.Result result = round.run(asking, wanted, SETTLE, measured);
        Map<String, Long> after = used(stack);
        List<String> cells = new ArrayList<>(List.of(
                asking + ", for " + wanted,
                Markdown.whole(result.perSecond()),
                Markdown.millis(result.micros().getValueAtPercentile(50)),
                Markdown.millis(result.micros().getValueAtPercentile(99))));
        long granted = Math.max(1, result.granted());
        before.forEach((part, micros) ->
                cells.add(Markdown.whole((after.getOrDefault(part, micros) - micros) / (double) granted)));
        return cells;
    }

    /** Microseconds of a core, of each part with its children. */
    private static Map<String, Long> used(LocalStack stack) {
        Map<String, Long> used = new LinkedHashMap<>();
        for (String part : List.of(Planes.CONTROL_PLANE, Kafka.NAME, Postgres.NAME)) {
            Usage usage = stack.pid(part)
                    .flatMap(ProcessHandle::of)
                    .map(Usage::ofTree)
                    .orElse(Usage.NONE);
            used.put(part, usage.cpuMicros());
        }
        used.put("bench", Usage.of(ProcessHandle.current().pid()).cpuMicros());
        return used;
    }
}
