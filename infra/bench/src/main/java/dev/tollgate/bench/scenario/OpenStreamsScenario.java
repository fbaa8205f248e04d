package dev.tollgate.bench.scenario;

import dev.tollgate.bench.load.LoadPlan;
import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.load.LoadRun;
import dev.tollgate.bench.load.Pace;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.process.Heap;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.startup.StartUp;
import dev.tollgate.bench.stream.Heard;
import dev.tollgate.bench.stream.OpenStreams;
import dev.tollgate.bench.stream.StreamRound;
import dev.tollgate.bench.stub.AnswerForm;
import dev.tollgate.bench.stub.StubProcess;
import dev.tollgate.bench.stub.StubTools;
import dev.tollgate.bench.throughput.ThroughputPlan;
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
 * Many calls that are under way at once, whose upstream tells each of progress every second; and plain calls beside them.
 * The streams are spread over keys and servers, of which each has its own bound in the gateway.
 *
 * @param rate plain calls a second
 */
public record OpenStreamsScenario(int streams, double rate, ThroughputPlan plan, GatewayBuild build, String stubMain)
        implements Scenario {
    public static final int STREAMS_MAX = 5_000;

    private static final int PER_SERVER = 60;
    private static final int PER_KEY = 200;
    private static final int TOOLS = 2;
    private static final int ANSWER_BYTES = 1024;
    private static final Duration FIRST_ANSWER_MAX = Duration.ofMinutes(1);
    private static final Duration HEARD_MAX = Duration.ofMinutes(1);
    private static final long SETTLE_MILLIS = 2_000;

    public OpenStreamsScenario {
        if (streams < 1 || streams > STREAMS_MAX) {
            throw new IllegalArgumentException("1 to " + STREAMS_MAX + " streams are opened, not " + streams);
        }
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (Site site = Site.open();
                StubProcess stub = StubProcess.start(stubMain, ANSWER_BYTES, TOOLS, site.folder())) {
            MadeTenant tenant = tenant(stub);
            try (ConfigPublisher publisher = site.publisher()) {
                publisher.publish(tenant);
                publisher.flush();
            }
            try (GatewayProcess gateway = site.gateway("tollgate", build)) {
                Target plain = gateway.target("plain", tenant.keys().getFirst());
                StartUp.untilServed(gateway, List.of(plain), FIRST_ANSWER_MAX);
                List<StreamRound> rounds = measure(gateway, plain, watched(gateway, tenant), report);
                report.section(
                        "%,d open streams, progress every second; %,.0f plain calls/s over %d connections"
                                .formatted(streams, rate, plan.connections()),
                        StreamRound.table(rounds, streams));
            }
        }
    }

    /** The first server and the first key are the plain calls' alone. */
    private MadeTenant tenant(StubProcess stub) {
        int servers = 1 + Math.ceilDiv(streams, PER_SERVER);
        int keys = 1 + Math.ceilDiv(streams, PER_KEY);
        List<URI> upstreams = Collections.nCopies(servers, stub.url(AnswerForm.DOCUMENT.path()));
        return MadeTenant.make(0, new TenantSize(keys, TOOLS), Site.REGION, upstreams, new SecureRandom());
    }

    private List<Target> watched(GatewayProcess gateway, MadeTenant tenant) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            int server = 1 + i / PER_SERVER;
            int key = 1 + i % (tenant.keys().size() - 1);
            targets.add(
                    gateway.target("stream", tenant.keys().get(key)).of(MadeTenant.exposed(server, StubTools.WATCH)));
        }
        return targets;
    }

    /** A turn of everything goes before, unrecorded. */
    private List<StreamRound> measure(GatewayProcess gateway, Target plain, List<Target> watched, Report report)
            throws IOException, InterruptedException {
        LoadRun.of(new LoadPlan(plain, plan.connections(), new Pace.ClosedLoop(), plan.warmUp()));
        OpenStreams.open(watched, streams, HEARD_MAX).close();
        Thread.sleep(SETTLE_MILLIS);
        load(plain);
        List<StreamRound> rounds = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            LoadResult without = load(plain);
            StreamRound.Memory memoryWithout = memory(gateway);
            try (OpenStreams open = OpenStreams.open(watched, streams, HEARD_MAX)) {
                Heard from = open.heard();
                long began = System.nanoTime();
                LoadResult with = load(plain);
                double seconds = (System.nanoTime() - began) / 1e9;
                Heard to = open.heard();
                rounds.add(new StreamRound(without, with, memoryWithout, memory(gateway), from, to, seconds));
            }
            report.progress("round " + round + " of " + plan.rounds()
                    + (without.complaint() + rounds.getLast().with().complaint()));
            Thread.sleep(SETTLE_MILLIS);
        }
        return rounds;
    }

    private LoadResult load(Target plain) throws IOException {
        return LoadRun.of(new LoadPlan(plain, plan.connections(), new Pace.FixedRate(rate), plan.each()));
    }

    private static StreamRound.Memory memory(GatewayProcess gateway) throws IOException, InterruptedException {
        long live = Heap.liveBytes(gateway.child().pid());
        return new StreamRound.Memory(live, gateway.usage().residentBytes());
    }
}
