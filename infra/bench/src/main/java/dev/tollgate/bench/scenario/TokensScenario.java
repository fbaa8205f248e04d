package dev.tollgate.bench.scenario;

import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.startup.StartUp;
import dev.tollgate.bench.stub.AnswerForm;
import dev.tollgate.bench.stub.StubProcess;
import dev.tollgate.bench.throughput.Rounds;
import dev.tollgate.bench.throughput.Subject;
import dev.tollgate.bench.throughput.Throughput;
import dev.tollgate.bench.throughput.ThroughputPlan;
import dev.tollgate.bench.throughput.ThroughputTables;
import dev.tollgate.bench.throughput.Watch;
import dev.tollgate.bench.wire.Era;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same calls through one gateway, of a tenant whose tokens are counted and of one whose are not, in turns: how fast each
 * is answered, then CPU and latency at half of what the slower one takes.
 *
 * @param answerBytes of which an answer is
 */
public record TokensScenario(ThroughputPlan plan, int answerBytes, GatewayBuild build, String stubMain)
        implements Scenario {
    private static final String PLAIN = "not counted";
    private static final String COUNTED = "counted";
    private static final String GATEWAY = "tollgate";
    private static final TenantSize TENANT = new TenantSize(1, 50);
    private static final Duration FIRST_ANSWER_MAX = Duration.ofMinutes(1);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        SecureRandom random = new SecureRandom();
        try (Site site = Site.open();
                StubProcess stub =
                        StubProcess.start(stubMain, answerBytes, TENANT.tools(), Era.LEGACY, site.folder())) {
            URI upstream = stub.url(AnswerForm.DOCUMENT.path());
            MadeTenant plain = MadeTenant.make(0, TENANT, Site.REGION, upstream, random);
            MadeTenant counted =
                    MadeTenant.make(1, TENANT, Site.REGION, upstream, random).withModel();
            try (ConfigPublisher publisher = site.publisher()) {
                publisher.publish(plain);
                publisher.publish(counted);
                publisher.flush();
            }
            try (GatewayProcess gateway = site.gateway(GATEWAY, build)) {
                Watch watch = new Watch(Map.of(
                        GATEWAY,
                        gateway::usage,
                        "stub",
                        stub::usage,
                        "load",
                        () -> Usage.of(ProcessHandle.current().pid()),
                        "kafka",
                        site::kafkaUsage));
                List<Subject> both = List.of(to(gateway, PLAIN, plain), to(gateway, COUNTED, counted));
                measure(new Throughput(plan, both, watch, report::progress), report);
            }
        }
    }

    private static Subject to(GatewayProcess gateway, String name, MadeTenant tenant)
            throws IOException, InterruptedException {
        Target target = gateway.target(name, tenant.keys().getFirst()).of(MadeTenant.EXPOSED_ECHO);
        StartUp.untilServed(gateway, List.of(target), FIRST_ANSWER_MAX);
        return new Subject(target, Optional.of(GATEWAY));
    }

    private void measure(Throughput throughput, Report report) throws IOException {
        throughput.warmUp();
        Rounds most = throughput.closedLoop();
        String what = "answers of " + answerBytes + " bytes, " + plan.connections() + " connections";
        report.section(
                "Tokens counted and not, as fast as it goes, " + what,
                ThroughputTables.closedLoop(most, PLAIN, PLAIN) + "\n" + ThroughputTables.cpu(most));
        Rounds calm = throughput.fixedRate(most.perSecond(COUNTED) / 2);
        report.section(
                "Tokens counted and not, the same rate for both, " + what,
                ThroughputTables.fixedRate(calm, PLAIN) + "\n" + ThroughputTables.cpu(calm));
    }
}
