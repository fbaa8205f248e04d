package dev.tollgate.bench.scenario;

import dev.tollgate.bench.attack.AttackFigures;
import dev.tollgate.bench.attack.Attackers;
import dev.tollgate.bench.load.LoadPlan;
import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.load.LoadRun;
import dev.tollgate.bench.load.OneCall;
import dev.tollgate.bench.load.Pace;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.load.Verdict;
import dev.tollgate.bench.overload.NeighbourRound;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.startup.StartUp;
import dev.tollgate.bench.stub.AnswerForm;
import dev.tollgate.bench.stub.StubProcess;
import dev.tollgate.bench.throughput.ThroughputPlan;
import dev.tollgate.bench.world.ConfigPublisher;
import dev.tollgate.bench.world.GatewayBuild;
import dev.tollgate.bench.world.GatewayProcess;
import dev.tollgate.bench.world.MadeTenant;
import dev.tollgate.bench.world.MetricsPage;
import dev.tollgate.bench.world.Site;
import dev.tollgate.bench.world.TenantSize;
import dev.tollgate.model.config.ToolMode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Two tenants on one small gateway; the scripts of one want more than they may have, and the other makes plain calls.
 *
 * @param attacks under way at once
 * @param rate plain calls a second
 */
public record AttacksScenario(int attacks, double rate, ThroughputPlan plan, GatewayBuild build, String stubMain)
        implements Scenario {
    public static final int ATTACKS_MAX = 60;

    /** Fewer than one key may have at once with the smallest heap, so that all of them are let in. */
    private static final int PER_KEY = 12;

    private static final int TOOLS = 2;
    private static final int ANSWER_BYTES = 1024;
    private static final Duration FIRST_ANSWER_MAX = Duration.ofMinutes(1);
    /** Until those who went away are out of the gateway. */
    private static final long SETTLE_MILLIS = 2_000;

    public AttacksScenario {
        if (attacks < 1 || attacks > ATTACKS_MAX) {
            throw new IllegalArgumentException("1 to " + ATTACKS_MAX + " attacks are made at once, not " + attacks);
        }
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        AttackFigures figures = measure(report::progress);
        report.section(
                "%d attacking scripts at once, and %,.0f plain calls/s of another tenant".formatted(attacks, rate),
                figures.noticed());
        report.section("How the scripts ended", figures.ended());
    }

    /**
     * Measures.
     *
     * @param progress is told what goes on
     * @throws IOException if the gateway ends, an attack is not answered as calls are, or the last calls are not right
     */
    public AttackFigures measure(Consumer<String> progress) throws IOException, InterruptedException {
        try (Site site = Site.open();
                StubProcess stub = StubProcess.start(stubMain, ANSWER_BYTES, TOOLS, site.folder())) {
            URI upstream = stub.url(AnswerForm.DOCUMENT.path());
            SecureRandom random = new SecureRandom();
            MadeTenant quiet = MadeTenant.make(0, new TenantSize(1, TOOLS), Site.REGION, upstream, random);
            TenantSize hostileSize = new TenantSize(Math.ceilDiv(attacks, PER_KEY), TOOLS);
            MadeTenant hostile = MadeTenant.make(1, hostileSize, Site.REGION, upstream, random)
                    .shown(ToolMode.CODE);
            try (ConfigPublisher publisher = site.publisher()) {
                publisher.publish(quiet);
                publisher.publish(hostile);
                publisher.flush();
            }
            try (GatewayProcess gateway = site.gateway("tollgate", build);
                    HttpClient client = HttpClient.newHttpClient()) {
                Target plain = gateway.target("plain", quiet.keys().getFirst());
                List<Target> keys = hostile.keys().stream()
                        .map(key -> gateway.target("attacker", key))
                        .toList();
                StartUp.untilServed(gateway, List.of(plain, keys.getFirst()), FIRST_ANSWER_MAX);
                List<NeighbourRound> rounds = rounds(plain, keys, progress);
                gateway.child().checkAlive();
                checkServed(plain);
                checkServed(keys.getFirst());
                return AttackFigures.of(rounds, MetricsPage.read(client, gateway.metrics()));
            }
        }
    }

    /** Attacks go before, unrecorded, so that all is compiled and some have had all of their time. */
    private List<NeighbourRound> rounds(Target plain, List<Target> keys, Consumer<String> progress)
            throws IOException, InterruptedException {
        progress.accept("warming up, " + plan.warmUp().toSeconds() + " s");
        beside(plain, keys, plan.warmUp());
        List<NeighbourRound> rounds = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            LoadResult calm = load(plain, plan.each());
            LoadResult beside = beside(plain, keys, plan.each());
            rounds.add(new NeighbourRound(calm, beside));
            progress.accept("turn " + round + " of " + plan.rounds() + ": p99 "
                    + "%.2f".formatted(rounds.getLast().ratio()) + " times as long" + calm.complaint()
                    + beside.complaint());
        }
        return rounds;
    }

    private LoadResult beside(Target plain, List<Target> keys, Duration duration)
            throws IOException, InterruptedException {
        try (Attackers attackers = Attackers.start(keys, attacks)) {
            LoadResult result = load(plain, duration);
            attackers.check();
            return result;
        } finally {
            Thread.sleep(SETTLE_MILLIS);
        }
    }

    private LoadResult load(Target plain, Duration duration) throws IOException {
        return LoadRun.of(new LoadPlan(plain, plan.connections(), new Pace.FixedRate(rate), duration));
    }

    private static void checkServed(Target target) throws IOException, InterruptedException {
        try (OneCall call = new OneCall()) {
            Verdict verdict = call.to(target);
            if (verdict != Verdict.RIGHT) {
                throw new IOException("after all attacks a call was answered wrongly: " + verdict + ", " + call.said());
            }
        }
    }
}
