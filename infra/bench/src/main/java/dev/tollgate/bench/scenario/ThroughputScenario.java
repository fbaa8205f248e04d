package dev.tollgate.bench.scenario;

import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.stub.AnswerForm;
import dev.tollgate.bench.throughput.Rounds;
import dev.tollgate.bench.throughput.Throughput;
import dev.tollgate.bench.throughput.ThroughputPlan;
import dev.tollgate.bench.throughput.ThroughputTables;
import dev.tollgate.bench.throughput.Traffic;
import dev.tollgate.bench.world.GatewayBuild;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The same calls direct, through nginx and through Tollgate, with key, scope, price and event on.
 *
 * @param build Tollgate's gateway
 * @param other a second one to hold against it in the same run, for a change before and after; empty for none
 * @param stubMain the command line that has the {@code stub} command
 */
public record ThroughputScenario(
        ThroughputPlan plan, Traffic traffic, GatewayBuild build, Optional<GatewayBuild> other, String stubMain)
        implements Scenario {
    @Override
    public void run(Report report) throws IOException, InterruptedException {
        String path = AnswerForm.DOCUMENT.path();
        try (Ways ways = Ways.open(traffic, List.of(path), build, other, stubMain)) {
            measure(new Throughput(plan, ways.to(path), ways.watch(), report::progress), report);
        }
    }

    private void measure(Throughput throughput, Report report) throws IOException {
        throughput.warmUp();
        Rounds most = throughput.closedLoop();
        report.section(
                "Throughput and latency, " + plan.connections() + " connections, " + traffic,
                ThroughputTables.closedLoop(most, Ways.DIRECT, Ways.NGINX));
        report.section("Where the CPU went", ThroughputTables.cpu(most));
        double half = most.perSecond(Ways.TOLLGATE) / 2;
        Rounds rounds = throughput.fixedRate(half);
        report.section(
                "Latency at half of Tollgate's load, the same rate for all",
                ThroughputTables.fixedRate(rounds, Ways.DIRECT) + "\n" + ThroughputTables.cpu(rounds));
    }
}
