package dev.tollgate.bench.scenario;

import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.process.NginxProxy;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.startup.StartUp;
import dev.tollgate.bench.stub.StubProcess;
import dev.tollgate.bench.stub.StubTools;
import dev.tollgate.bench.throughput.Rounds;
import dev.tollgate.bench.throughput.Subject;
import dev.tollgate.bench.throughput.Throughput;
import dev.tollgate.bench.throughput.ThroughputPlan;
import dev.tollgate.bench.throughput.ThroughputTables;
import dev.tollgate.bench.throughput.Watch;
import dev.tollgate.bench.world.ConfigPublisher;
import dev.tollgate.bench.world.GatewayBuild;
import dev.tollgate.bench.world.GatewayProcess;
import dev.tollgate.bench.world.MadeTenant;
import dev.tollgate.bench.world.Site;
import dev.tollgate.bench.world.TenantSize;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The same calls direct, through nginx and through Tollgate, with key, scope, price and event on.
 *
 * @param build Tollgate's gateway
 * @param other a second one to hold against it in the same run, for a change before and after; empty for none
 * @param stubMain the command line that has the {@code stub} command
 */
public record ThroughputScenario(
        ThroughputPlan plan, int answerBytes, GatewayBuild build, Optional<GatewayBuild> other, String stubMain)
        implements Scenario {
    private static final String DIRECT = "direct";
    private static final String NGINX = "nginx";
    private static final String TOLLGATE = "tollgate";
    private static final String OTHER = "other";
    private static final TenantSize TENANT = new TenantSize(10, 50);
    private static final Duration FIRST_ANSWER_MAX = Duration.ofMinutes(1);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (Site site = Site.open();
                StubProcess stub = StubProcess.start(stubMain, answerBytes, TENANT.tools(), site.folder());
                NginxProxy nginx = NginxProxy.before(stub.port(), site.folder().resolve(NGINX))) {
            MadeTenant tenant = MadeTenant.make(
                    0, TENANT, Site.REGION, URI.create("http://127.0.0.1:" + stub.port() + "/mcp"), new SecureRandom());
            try (ConfigPublisher publisher = site.publisher()) {
                publisher.publish(tenant);
                publisher.flush();
            }
            try (GatewayProcess gateway = site.gateway(TOLLGATE, build);
                    GatewayProcess second = other.isEmpty() ? null : site.gateway(OTHER, other.get())) {
                KeySecret key = tenant.keys().getFirst();
                Target target = served(TOLLGATE, gateway, key);
                List<Subject> subjects = new ArrayList<>(List.of(
                        new Subject(plain(DIRECT, stub.port(), target), Optional.empty()),
                        new Subject(plain(NGINX, nginx.port(), target), Optional.of(NGINX)),
                        new Subject(target, Optional.of(TOLLGATE))));
                Map<String, Supplier<Usage>> watched = watched(site, stub, nginx, gateway);
                if (second != null) {
                    subjects.add(new Subject(served(OTHER, second, key), Optional.of(OTHER)));
                    watched.put(OTHER, second::usage);
                }
                measure(subjects, new Watch(watched), report);
            }
        }
    }

    private static Target served(String name, GatewayProcess gateway, KeySecret key)
            throws IOException, InterruptedException {
        Target target = gateway.target(name, key);
        StartUp.untilServed(gateway, List.of(target), FIRST_ANSWER_MAX);
        return target;
    }

    private static Map<String, Supplier<Usage>> watched(
            Site site, StubProcess stub, NginxProxy nginx, GatewayProcess gateway) {
        Map<String, Supplier<Usage>> watched = new LinkedHashMap<>();
        watched.put("load", () -> Usage.of(ProcessHandle.current().pid()));
        watched.put("stub", stub::usage);
        watched.put(NGINX, nginx::usage);
        watched.put(TOLLGATE, gateway::usage);
        watched.put("kafka", site::kafkaUsage);
        return watched;
    }

    private void measure(List<Subject> subjects, Watch watch, Report report) throws IOException {
        Throughput throughput = new Throughput(plan, subjects, watch, report::progress);
        throughput.warmUp();
        Rounds most = throughput.closedLoop();
        report.section(
                "Throughput and latency, " + plan.connections() + " connections, answers of " + answerBytes + " bytes",
                ThroughputTables.closedLoop(most, DIRECT, NGINX));
        report.section("Where the CPU went", ThroughputTables.cpu(most));
        double half = most.perSecond(TOLLGATE) / 2;
        Rounds rounds = throughput.fixedRate(half);
        report.section(
                "Latency at half of Tollgate's load, the same rate for all",
                ThroughputTables.fixedRate(rounds, DIRECT) + "\n" + ThroughputTables.cpu(rounds));
    }

    /** The stub's own tool, with headers of the same length as the gateway's but no key in them. */
    private static Target plain(String name, int port, Target gateway) {
        Map<String, String> headers = new LinkedHashMap<>();
        gateway.headers().forEach((header, value) -> headers.put(header, "x".repeat(value.length())));
        return new Target(
                name, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "/mcp", headers, StubTools.ECHO);
    }
}
