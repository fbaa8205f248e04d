package dev.tollgate.bench.scenario;

import dev.tollgate.bench.lease.LeaseRound;
import dev.tollgate.bench.lease.OpenLimits;
import dev.tollgate.bench.process.Folders;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Report;
import dev.tollgate.local.stack.Extent;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Leases granted by the ledger of one control plane, on the whole stack, to gateways that want nothing else. */
public record LeaseScenario(int limits, int gateways, Duration measured) implements Scenario {
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tollgate-bench-");
        report.progress("starting the whole stack");
        try (LocalStack stack = LocalStack.start(StackOptions.in(folder).with(Extent.PLANES))) {
            OpenLimits open = OpenLimits.open(stack.config(), limits);
            String kafka = stack.config().getOrDefault("tollgate.kafka.bootstrap-servers", "");
            List<List<String>> rows = new ArrayList<>();
            try (LeaseRound round = new LeaseRound(kafka, open)) {
                rows.add(row(round, gateways, limits));
                rows.add(row(round, gateways, 1));
                rows.add(row(round, 1, 1));
            }
            report.section(
                    "Leases",
                    Markdown.table(
                            List.of("gateways that ask, for limits each", "leases/s", "p50 ms", "p99 ms"), rows));
        } finally {
            Folders.delete(folder);
        }
    }

    private List<String> row(LeaseRound round, int asking, int wanted) throws IOException {
        LeaseRound.Result result = round.run(asking, wanted, WARM_UP, measured);
        return List.of(
                asking + ", for " + wanted,
                Markdown.whole(result.perSecond()),
                Markdown.millis(result.micros().getValueAtPercentile(50)),
                Markdown.millis(result.micros().getValueAtPercentile(99)));
    }
}
