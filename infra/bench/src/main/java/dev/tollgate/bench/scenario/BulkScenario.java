package dev.tollgate.bench.scenario;

import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.stub.AnswerForm;
import dev.tollgate.bench.throughput.BulkTables;
import dev.tollgate.bench.throughput.Throughput;
import dev.tollgate.bench.throughput.ThroughputPlan;
import dev.tollgate.bench.throughput.Traffic;
import dev.tollgate.bench.world.GatewayBuild;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Long answers direct, through nginx and through Tollgate, as a document and as event streams.
 *
 * @param build Tollgate's gateway
 * @param other a second one to hold against it in the same run; empty for none
 * @param stubMain the command line that has the {@code stub} command
 */
public record BulkScenario(
        ThroughputPlan plan, Traffic traffic, GatewayBuild build, Optional<GatewayBuild> other, String stubMain)
        implements Scenario {
    @Override
    public void run(Report report) throws IOException, InterruptedException {
        var paths = Arrays.stream(AnswerForm.values()).map(AnswerForm::path).toList();
        try (Ways ways = Ways.open(traffic, paths, build, other, stubMain)) {
            for (AnswerForm form : AnswerForm.values()) {
                Throughput throughput = new Throughput(plan, ways.to(form.path()), ways.watch(), report::progress);
                throughput.warmUp();
                report.section(
                        "Long answers from upstream as " + form.words() + ", " + plan.connections() + " connections, "
                                + traffic,
                        BulkTables.of(throughput.closedLoop(), traffic.answerBytes(), Ways.DIRECT, Ways.NGINX));
            }
        }
    }
}
