package dev.tollgate.bench.scenario;

import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Medians;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.startup.StartUp;
import dev.tollgate.bench.stub.StubProcess;
import dev.tollgate.bench.world.ConfigPublisher;
import dev.tollgate.bench.world.GatewayBuild;
import dev.tollgate.bench.world.GatewayProcess;
import dev.tollgate.bench.world.MadeTenant;
import dev.tollgate.bench.world.Site;
import dev.tollgate.bench.world.TenantSize;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * From a gateway's start to its first right answer: with an empty data folder, from Kafka; and from its copy on disk, with
 * Kafka gone.
 */
public record StartUpScenario(int runs, GatewayBuild build, String stubMain) implements Scenario {
    private static final TenantSize TENANT = new TenantSize(10, 50);
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final String KEPT = "kept";
    private static final int ANSWER_BYTES = 1024;

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (Site site = Site.open();
                StubProcess stub = StubProcess.start(stubMain, ANSWER_BYTES, TENANT.tools(), site.folder())) {
            MadeTenant tenant = MadeTenant.make(
                    0, TENANT, Site.REGION, URI.create("http://127.0.0.1:" + stub.port() + "/mcp"), new SecureRandom());
            try (ConfigPublisher publisher = site.publisher()) {
                publisher.publish(tenant);
                publisher.flush();
            }
            List<Double> cold = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                cold.add(millis(site, run == 0 ? KEPT : "cold-" + run, tenant));
                report.progress("from Kafka: " + Markdown.whole(cold.getLast()) + " ms");
            }
            site.loseKafka();
            List<Double> warm = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                warm.add(millis(site, KEPT, tenant));
                report.progress("from disk: " + Markdown.whole(warm.getLast()) + " ms");
            }
            report.section(
                    "Start to first right answer, " + runs + " starts each",
                    Markdown.table(
                            List.of("start", "median ms", "slowest ms"),
                            List.of(row("empty folder, from Kafka", cold), row("copy on disk, Kafka gone", warm))));
        }
    }

    private double millis(Site site, String folder, MadeTenant tenant) throws IOException, InterruptedException {
        try (GatewayProcess gateway = site.gateway(folder, build)) {
            Target target = gateway.target("gateway", tenant.keys().getFirst());
            return StartUp.untilServed(gateway, List.of(target), MOST).toNanos() / 1e6;
        }
    }

    private static List<String> row(String name, List<Double> millis) {
        return List.of(name, Markdown.whole(Medians.of(millis)), Markdown.whole(Collections.max(millis)));
    }
}
