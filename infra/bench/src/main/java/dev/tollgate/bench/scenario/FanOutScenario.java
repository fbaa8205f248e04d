package dev.tollgate.bench.scenario;

import dev.tollgate.bench.fanout.FanOut;
import dev.tollgate.bench.load.OneCall;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.stub.AnswerForm;
import dev.tollgate.bench.stub.StubProcess;
import dev.tollgate.bench.stub.StubServer;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of prompts, for which a gateway asks every upstream: one, ten and a hundred of them, all answering and with a tenth
 * that hangs. What it was told counts as new for a while, so each tenant is asked for a list once, and after that while
 * once more.
 *
 * @param tenants so many for each number of upstreams
 */
public record FanOutScenario(int tenants, GatewayBuild build, String stubMain) implements Scenario {
    public static final int TENANTS_MAX = 80;

    private static final TenantSize SIZE = new TenantSize(1, 1);
    private static final int WARM_UP_TENANTS = 20;
    private static final int ANSWER_BYTES = 1024;
    /** A little more than a gateway takes what it was told for new. */
    private static final Duration NEW_MAX = Duration.ofSeconds(31);

    private static final Duration LOAD_MAX = Duration.ofMinutes(2);

    /** A case of the measurement. */
    private record Case(int upstreams, int hanging) {}

    private static final Case WARM_UP = new Case(20, 0);
    private static final List<Case> CASES =
            List.of(new Case(1, 0), new Case(10, 0), new Case(10, 1), new Case(100, 0), new Case(100, 10));

    public FanOutScenario {
        if (tenants < 1 || tenants > TENANTS_MAX) {
            throw new IllegalArgumentException("lists of 1 to " + TENANTS_MAX + " tenants are asked for: " + tenants);
        }
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (Site site = Site.open();
                StubProcess stub = StubProcess.start(stubMain, ANSWER_BYTES, SIZE.tools(), site.folder());
                ConfigPublisher publisher = site.publisher()) {
            List<MadeTenant> warmUp = publish(publisher, stub, WARM_UP, WARM_UP_TENANTS);
            Map<Case, List<MadeTenant>> published = new LinkedHashMap<>();
            for (Case each : CASES) {
                published.put(each, publish(publisher, stub, each, tenants));
            }
            publisher.flush();
            try (GatewayProcess gateway = site.gateway("tollgate", build);
                    OneCall one = new OneCall()) {
                FanOut warm = new FanOut(WARM_UP.upstreams, WARM_UP.hanging, targets(gateway, warmUp));
                warm.awaitLoaded(one, LOAD_MAX);
                warm.first(one);
                List<FanOut> measured = new ArrayList<>();
                for (Map.Entry<Case, List<MadeTenant>> each : published.entrySet()) {
                    Case of = each.getKey();
                    measured.add(new FanOut(of.upstreams, of.hanging, targets(gateway, each.getValue())));
                    measured.getLast().awaitLoaded(one, LOAD_MAX);
                }
                measure(measured, one, stub, report);
            }
        }
    }

    private void measure(List<FanOut> measured, OneCall one, StubProcess stub, Report report)
            throws IOException, InterruptedException {
        for (FanOut each : measured) {
            each.first(one);
            stub.checkAlive();
            report.progress("listed: " + each.row());
        }
        Thread.sleep(NEW_MAX);
        for (FanOut each : measured) {
            each.anew(one);
        }
        stub.checkAlive();
        report.section(
                "Lists over many upstreams, %d tenants each, p50 / p99 ms".formatted(tenants),
                Markdown.table(FanOut.HEADER, measured.stream().map(FanOut::row).toList()));
    }

    private static List<MadeTenant> publish(ConfigPublisher publisher, StubProcess stub, Case of, int count) {
        SecureRandom random = new SecureRandom();
        List<MadeTenant> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MadeTenant tenant = MadeTenant.make(i, SIZE, Site.REGION, upstreams(stub, of), random);
            publisher.publish(tenant);
            made.add(tenant);
        }
        return made;
    }

    private static List<URI> upstreams(StubProcess stub, Case of) {
        List<URI> urls = new ArrayList<>();
        for (int i = 0; i < of.upstreams; i++) {
            boolean hangs = i >= of.upstreams - of.hanging;
            urls.add(stub.url(hangs ? StubServer.SILENT_PATH : AnswerForm.DOCUMENT.path()));
        }
        return urls;
    }

    private static List<Target> targets(GatewayProcess gateway, List<MadeTenant> tenants) {
        return tenants.stream()
                .map(tenant -> gateway.target("gateway", tenant.keys().getFirst()))
                .toList();
    }
}
