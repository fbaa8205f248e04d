package dev.tollgate.bench.scenario;

import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.process.NginxProxy;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.bench.startup.StartUp;
import dev.tollgate.bench.stub.StubProcess;
import dev.tollgate.bench.stub.StubTools;
import dev.tollgate.bench.throughput.Subject;
import dev.tollgate.bench.throughput.Traffic;
import dev.tollgate.bench.throughput.Watch;
import dev.tollgate.bench.world.ConfigPublisher;
import dev.tollgate.bench.world.GatewayBuild;
import dev.tollgate.bench.world.GatewayProcess;
import dev.tollgate.bench.world.MadeTenant;
import dev.tollgate.bench.world.Site;
import dev.tollgate.bench.world.TenantSize;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The ways to one stub: direct, through nginx, through Tollgate, and perhaps through a second gateway. */
final class Ways implements AutoCloseable {
    static final String DIRECT = "direct";
    static final String NGINX = "nginx";
    static final String TOLLGATE = "tollgate";
    private static final String OTHER = "other";
    private static final TenantSize TENANT = new TenantSize(10, 50);
    private static final Duration FIRST_ANSWER_MAX = Duration.ofMinutes(1);

    private final Traffic traffic;
    private final List<String> paths;
    private final Deque<Runnable> endings;
    private final Map<String, Supplier<Usage>> watched = new LinkedHashMap<>();
    private final Map<String, GatewayProcess> gateways = new LinkedHashMap<>();
    private final Map<String, Integer> plainPorts = new LinkedHashMap<>();
    private final MadeTenant tenant;

    /**
     * Starts everything, and waits for no answer yet.
     *
     * @param paths at the stub; each is a server of the gateways' tenant
     * @param other a second gateway to hold against the first
     */
    static Ways open(
            Traffic traffic, List<String> paths, GatewayBuild build, Optional<GatewayBuild> other, String stubMain)
            throws IOException, InterruptedException {
        Deque<Runnable> endings = new ArrayDeque<>();
        try {
            return new Ways(traffic, paths, build, other, stubMain, endings);
        } catch (IOException | InterruptedException | RuntimeException e) {
            endings.forEach(Runnable::run);
            throw e;
        }
    }

    private Ways(
            Traffic traffic,
            List<String> paths,
            GatewayBuild build,
            Optional<GatewayBuild> other,
            String stubMain,
            Deque<Runnable> endings)
            throws IOException, InterruptedException {
        this.traffic = traffic;
        this.paths = paths;
        this.endings = endings;
        Site site = Site.open();
        endings.push(site::close);
        StubProcess stub = StubProcess.start(
                stubMain, traffic.answerBytes(), TENANT.tools(), traffic.upstreamEra(), site.folder());
        endings.push(stub::close);
        NginxProxy nginx = NginxProxy.before(stub.port(), site.folder().resolve(NGINX));
        endings.push(nginx::close);
        plainPorts.put(DIRECT, stub.port());
        plainPorts.put(NGINX, nginx.port());
        watched.put("load", () -> Usage.of(ProcessHandle.current().pid()));
        watched.put("stub", stub::usage);
        watched.put(NGINX, nginx::usage);
        watched.put("kafka", site::kafkaUsage);
        List<URI> upstreams = paths.stream().map(stub::url).toList();
        this.tenant = MadeTenant.make(0, TENANT, Site.REGION, upstreams, new SecureRandom());
        try (ConfigPublisher publisher = site.publisher()) {
            publisher.publish(tenant);
            publisher.flush();
        }
        start(TOLLGATE, site, build);
        if (other.isPresent()) {
            start(OTHER, site, other.get());
        }
    }

    private void start(String name, Site site, GatewayBuild build) throws IOException {
        GatewayProcess gateway = site.gateway(name, build);
        endings.push(gateway::close);
        gateways.put(name, gateway);
        watched.put(name, gateway::usage);
    }

    /** The ways to one of the stub's paths, once the gateways answer there. */
    List<Subject> to(String path) throws IOException, InterruptedException {
        String tool = MadeTenant.exposed(paths.indexOf(path), StubTools.ECHO);
        List<Subject> throughGateways = new ArrayList<>();
        for (Map.Entry<String, GatewayProcess> each : gateways.entrySet()) {
            Target target = each.getValue()
                    .target(each.getKey(), tenant.keys().getFirst())
                    .of(tool)
                    .in(traffic.era());
            StartUp.untilServed(each.getValue(), List.of(target), FIRST_ANSWER_MAX);
            throughGateways.add(new Subject(target, Optional.of(each.getKey())));
        }
        Target first = throughGateways.getFirst().target();
        List<Subject> all = new ArrayList<>();
        plainPorts.forEach((name, port) -> all.add(new Subject(
                plain(name, port, path, first), name.equals(DIRECT) ? Optional.empty() : Optional.of(name))));
        all.addAll(throughGateways);
        return all;
    }

    /** The stub's own tool, with headers of the same length as the gateway's but no key in them. */
    private static Target plain(String name, int port, String path, Target gateway) {
        Map<String, String> headers = new LinkedHashMap<>();
        gateway.headers().forEach((header, value) -> headers.put(header, "x".repeat(value.length())));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new Target(name, address, path, headers, StubTools.ECHO, gateway.era());
    }

    Watch watch() {
        return new Watch(watched);
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
