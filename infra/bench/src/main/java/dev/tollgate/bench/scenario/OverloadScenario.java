package dev.tollgate.bench.scenario;

import dev.tollgate.bench.load.LoadPlan;
import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.load.LoadRun;
import dev.tollgate.bench.load.Pace;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.overload.OverloadRound;
import dev.tollgate.bench.overload.StandInLedger;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.startup.StartUp;
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
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Two tenants on one gateway, each with a limit of the same share; one keeps to it, and the other asks for many times as much.
 *
 * @param share calls a second that each tenant may make
 * @param times as often as that the loud one asks
 */
public record OverloadScenario(int share, int times, ThroughputPlan plan, GatewayBuild build, String stubMain)
        implements Scenario {
    private static final int ANSWER_BYTES = 1024;
    private static final Duration FIRST_ANSWER_MAX = Duration.ofMinutes(1);
    /** The loud one begins so much before its neighbour is looked at, and is there until after. */
    private static final Duration AHEAD = Duration.ofSeconds(1);
    /** More calls of a minute than are made in one. */
    private static final long PLENTY = 1_000_000_000;

    public OverloadScenario {
        if (share < 1 || share > 10_000 || times < 1 || times > 1_000) {
            throw new IllegalArgumentException(
                    "a share is 1 to 10,000 calls/s, asked for 1 to 1,000 times: " + share + ", " + times);
        }
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (Site site = Site.open();
                StubProcess stub = StubProcess.start(stubMain, ANSWER_BYTES, 1, site.folder())) {
            MadeTenant free = tenant(0, PLENTY, stub);
            MadeTenant quiet = tenant(1, share * 60L, stub);
            MadeTenant loud = tenant(2, share * 60L, stub);
            try (ConfigPublisher publisher = site.publisher()) {
                publisher.publish(free);
                publisher.publish(quiet);
                publisher.publish(loud);
                publisher.flush();
            }
            List<QuotaLimit> limits = List.of(limit(free), limit(quiet), limit(loud));
            try (StandInLedger _ = new StandInLedger(site.kafkaAddress(), Site.REGION, limits);
                    GatewayProcess gateway = site.gateway("tollgate", build)) {
                Target freely = gateway.target("free", free.keys().getFirst());
                Target quietly = gateway.target("quiet", quiet.keys().getFirst());
                Target loudly = gateway.target("loud", loud.keys().getFirst());
                StartUp.untilServed(gateway, List.of(freely, quietly, loudly), FIRST_ANSWER_MAX);
                warmUp(freely, loudly, report);
                List<OverloadRound> rounds = measure(quietly, loudly, past(stub), report);
                report.section(
                        "A tenant at %d times its share of %,d calls/s, and its neighbour at four fifths of its own"
                                .formatted(times, share),
                        OverloadRound.table(rounds));
            }
        }
    }

    private static MadeTenant tenant(int index, long callsOfAMinute, StubProcess stub) {
        URI upstream = stub.url(AnswerForm.DOCUMENT.path());
        MadeTenant tenant = MadeTenant.make(index, new TenantSize(1, 1), Site.REGION, upstream, new SecureRandom());
        QuotaLimit limit = new QuotaLimit(
                tenant.id(),
                new LimitId(UUID.randomUUID()),
                new QuotaSubject(QuotaSubject.Kind.TENANT, tenant.id().toString()),
                QuotaUnit.CALLS,
                new QuotaWindow.Rolling(WindowLength.MINUTE),
                callsOfAMinute);
        return tenant.with(LimitConfig.of(limit, "calls of a minute"));
    }

    private static QuotaLimit limit(MadeTenant tenant) {
        return ((LimitConfig) tenant.resources().getLast()).limit();
    }

    /**
     * Calls that are let through and calls that are refused, each as fast as they go: the compiler of a young gateway takes a quarter
     * of a core from everybody, and it is not what is asked about. Those that are let through are within a limit, as the
     * loud one's are. The loud one uses up its minute.
     */
    private void warmUp(Target free, Target loud, Report report) throws IOException {
        Duration half = plan.warmUp().dividedBy(2);
        for (Target target : List.of(free, loud)) {
            LoadResult result = LoadRun.of(new LoadPlan(target, plan.connections(), new Pace.ClosedLoop(), half));
            report.progress("warmed up by " + Markdown.whole(result.right()) + " calls let through and "
                    + Markdown.whole(result.wrong()) + " refused");
        }
    }

    /** A call that the gateway sees nothing of. */
    private static Target past(StubProcess stub) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), stub.port());
        return new Target("past", address, AnswerForm.DOCUMENT.path(), Map.of(), StubTools.ECHO);
    }

    private List<OverloadRound> measure(Target quiet, Target loud, Target past, Report report) throws IOException {
        List<OverloadRound> rounds = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            LoadResult calm = quietly(quiet, plan.each());
            Both passed = both(quiet, past, plan.each());
            Both beside = both(quiet, loud, plan.each());
            rounds.add(new OverloadRound(calm, passed.quiet, beside.quiet, beside.loud));
            report.progress("turn " + round + " of " + plan.rounds() + ": p99 "
                    + "%.2f".formatted(rounds.getLast().ratio()) + " times as long" + calm.complaint()
                    + beside.quiet.complaint());
        }
        return rounds;
    }

    private record Both(LoadResult quiet, LoadResult loud) {}

    private Both both(Target quiet, Target loud, Duration duration) throws IOException {
        Duration longer = duration.plus(AHEAD).plus(AHEAD);
        CompletableFuture<LoadResult> theLoud = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return load(loud, (double) share * times, longer);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> Thread.ofPlatform().name("loud").start(task));
        try {
            Thread.sleep(AHEAD);
            return new Both(quietly(quiet, duration), theLoud.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private LoadResult quietly(Target quiet, Duration duration) throws IOException {
        return load(quiet, share * 0.8, duration);
    }

    private LoadResult load(Target target, double perSecond, Duration duration) throws IOException {
        return LoadRun.of(new LoadPlan(target, plan.connections(), new Pace.FixedRate(perSecond), duration));
    }
}
