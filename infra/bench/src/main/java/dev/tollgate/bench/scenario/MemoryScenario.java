package dev.tollgate.bench.scenario;

import dev.tollgate.bench.crowd.ChangeTimes;
import dev.tollgate.bench.crowd.Changes;
import dev.tollgate.bench.crowd.Crowd;
import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.memory.Footprint;
import dev.tollgate.bench.process.Folders;
import dev.tollgate.bench.process.Heap;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.bench.report.Markdown;
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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One gateway with many tenants, each with its own definitions, held against one that has a few of them only. Tenants are
 * loaded when a sample of them, the last included, is served.
 */
public record MemoryScenario(int tenants, TenantSize size, GatewayBuild build, String stubMain) implements Scenario {
    private static final Duration LOAD_MAX = Duration.ofMinutes(10);
    private static final String CROWDED = "crowded";
    private static final String FEW = "few";
    private static final int FEW_TENANTS = 10;
    private static final int ASKED_MAX = 50;
    private static final int LARGEST = 12;
    private static final int ANSWER_BYTES = 1024;
    private static final int ROUNDS = 5;
    private static final int ANSWERS_PER_ROUND = 300;
    /** How long a gateway may still be writing its copies after it serves. */
    private static final long SETTLE_MILLIS_MAX = 120_000;

    private static final long LOOK_MILLIS = 1_000;

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (Site site = Site.open();
                StubProcess stub = StubProcess.start(stubMain, ANSWER_BYTES, size.tools(), site.folder());
                ConfigPublisher publisher = site.publisher()) {
            URI upstream = URI.create("http://127.0.0.1:" + stub.port() + "/mcp");
            List<MadeTenant> first = publish(publisher, upstream, 0, Math.min(FEW_TENANTS, tenants), report);
            loadFew(site, first);
            List<MadeTenant> asked = publish(publisher, upstream, first.size(), tenants, report);
            measure(site, publisher, first, asked.isEmpty() ? first : asked, report);
        }
    }

    private void measure(
            Site site, ConfigPublisher publisher, List<MadeTenant> first, List<MadeTenant> asked, Report report)
            throws IOException, InterruptedException {
        Footprint footprint;
        ChangeTimes changes;
        Crowd crowd = new Crowd();
        try (GatewayProcess gateway = site.gateway(CROWDED, build)) {
            footprint = loaded(site, gateway, publisher, asked, report);
            changes = Changes.measure(publisher, gateway, asked);
            site.loseKafka();
            compare(site, gateway, first, asked, crowd);
        }
        Duration fromDisk;
        try (GatewayProcess gateway = site.gateway(CROWDED, build)) {
            fromDisk = StartUp.untilServed(gateway, targets(gateway, asked), LOAD_MAX);
        }
        String with =
                " of one gateway with %,d tenants × %d keys × %d tools".formatted(tenants, size.keys(), size.tools());
        report.section("Memory" + with, footprint.table(tenants, fromDisk));
        report.section("Time" + with, crowd.table(first.size(), tenants) + "\n" + changes.table());
    }

    /** Publishes these tenants and keeps some, the last included. */
    private List<MadeTenant> publish(ConfigPublisher publisher, URI upstream, int from, int to, Report report)
            throws IOException {
        SecureRandom random = new SecureRandom();
        int every = Math.max(1, (to - from) / ASKED_MAX);
        List<MadeTenant> asked = new ArrayList<>();
        for (int index = from; index < to; index++) {
            MadeTenant tenant = MadeTenant.make(index, size, Site.REGION, upstream, random);
            publisher.publish(tenant);
            if ((index - from) % every == 0 || index == to - 1) {
                asked.add(tenant);
            }
        }
        publisher.flush();
        report.progress(
                "published %,d records, %s MiB".formatted(publisher.records(), Markdown.mebibytes(publisher.bytes())));
        return asked;
    }

    /** Has a gateway keep a copy of the first tenants, which is all that it will know of when it is started again. */
    private void loadFew(Site site, List<MadeTenant> first) throws IOException, InterruptedException {
        try (GatewayProcess gateway = site.gateway(FEW, build)) {
            StartUp.untilServed(gateway, targets(gateway, first), LOAD_MAX);
            settle(snapshots(site, FEW), first.size());
        }
    }

    private Footprint loaded(
            Site site, GatewayProcess gateway, ConfigPublisher publisher, List<MadeTenant> asked, Report report)
            throws IOException, InterruptedException {
        Duration time = StartUp.untilServed(gateway, targets(gateway, asked), LOAD_MAX);
        report.progress("loaded from Kafka in " + time.toMillis() + " ms");
        Path snapshots = snapshots(site, CROWDED);
        settle(snapshots, tenants);
        long pid = gateway.child().pid();
        long live = Heap.liveBytes(pid);
        Heap.largest(pid, LARGEST).forEach(report::progress);
        Usage usage = gateway.usage();
        return new Footprint(
                publisher.records(),
                publisher.bytes(),
                time,
                live,
                usage.residentBytes(),
                usage.residentPeakBytes(),
                Folders.bytes(snapshots),
                Folders.files(snapshots));
    }

    /** Both gateways in turns, so that what disturbs the machine for a while disturbs both; the first turn is not counted. */
    private void compare(Site site, GatewayProcess crowded, List<MadeTenant> first, List<MadeTenant> asked, Crowd crowd)
            throws IOException, InterruptedException {
        try (GatewayProcess few = site.gateway(FEW, build)) {
            StartUp.untilServed(few, targets(few, first), LOAD_MAX);
            for (int round = 0; round <= ROUNDS; round++) {
                Crowd to = round == 0 ? new Crowd() : crowd;
                to.few().add(targets(few, first), size.tools(), ANSWERS_PER_ROUND);
                to.crowded().add(targets(crowded, asked), size.tools(), ANSWERS_PER_ROUND);
            }
        }
    }

    private static Path snapshots(Site site, String gateway) {
        return site.folder().resolve(gateway).resolve("data").resolve("snapshots");
    }

    private static void settle(Path snapshots, int files) throws IOException, InterruptedException {
        long end = System.nanoTime() + SETTLE_MILLIS_MAX * 1_000_000;
        while (Folders.files(snapshots) < files && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** With each tenant's last key; the first is taken away by a change. */
    private static List<Target> targets(GatewayProcess gateway, List<MadeTenant> asked) {
        return asked.stream()
                .map(tenant -> gateway.target("gateway", tenant.keys().getLast()))
                .toList();
    }
}
