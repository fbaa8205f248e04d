package dev.tollgate.bench.scenario;

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
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One gateway with many tenants, each with its own definitions. Tenants are loaded when a sample of them, the last included, is served. */
public record MemoryScenario(int tenants, TenantSize size, GatewayBuild build, String stubMain) implements Scenario {
    private static final Duration LOAD_MAX = Duration.ofMinutes(10);
    private static final String FOLDER = "crowded";
    private static final int ASKED_MAX = 50;
    private static final int LARGEST = 12;
    private static final int ANSWER_BYTES = 1024;
    /** How long a gateway may still be writing its copies after it serves. */
    private static final long SETTLE_MILLIS_MAX = 120_000;

    private static final long LOOK_MILLIS = 1_000;

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (Site site = Site.open();
                StubProcess stub = StubProcess.start(stubMain, ANSWER_BYTES, size.tools(), site.folder());
                ConfigPublisher publisher = site.publisher()) {
            URI upstream = URI.create("http://127.0.0.1:" + stub.port() + "/mcp");
            List<KeySecret> asked = publish(publisher, upstream, report);
            Footprint cold = loaded(site, publisher, asked, report);
            site.loseKafka();
            Duration fromDisk;
            try (GatewayProcess gateway = site.gateway(FOLDER, build)) {
                fromDisk = StartUp.untilServed(gateway, targets(gateway, asked), LOAD_MAX);
            }
            report.section(
                    "Memory of one gateway with %,d tenants × %d keys × %d tools"
                            .formatted(tenants, size.keys(), size.tools()),
                    table(cold, fromDisk));
        }
    }

    /** Publishes all tenants and keeps a key of some. */
    private List<KeySecret> publish(ConfigPublisher publisher, URI upstream, Report report) throws IOException {
        SecureRandom random = new SecureRandom();
        int every = Math.max(1, tenants / ASKED_MAX);
        List<KeySecret> asked = new ArrayList<>();
        for (int index = 0; index < tenants; index++) {
            MadeTenant tenant = MadeTenant.make(index, size, Site.REGION, upstream, random);
            publisher.publish(tenant);
            if (index % every == 0 || index == tenants - 1) {
                asked.add(tenant.keys().getLast());
            }
        }
        publisher.flush();
        report.progress(
                "published %,d records, %s MiB".formatted(publisher.records(), Markdown.mebibytes(publisher.bytes())));
        return asked;
    }

    private Footprint loaded(Site site, ConfigPublisher publisher, List<KeySecret> asked, Report report)
            throws IOException, InterruptedException {
        try (GatewayProcess gateway = site.gateway(FOLDER, build)) {
            Duration time = StartUp.untilServed(gateway, targets(gateway, asked), LOAD_MAX);
            report.progress("loaded from Kafka in " + time.toMillis() + " ms");
            Path snapshots = site.folder().resolve(FOLDER).resolve("data").resolve("snapshots");
            settle(snapshots);
            long live = Heap.liveBytes(gateway.child().pid());
            Heap.largest(gateway.child().pid(), LARGEST).forEach(report::progress);
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
    }

    private void settle(Path snapshots) throws IOException, InterruptedException {
        long end = System.nanoTime() + SETTLE_MILLIS_MAX * 1_000_000;
        while (Folders.files(snapshots) < tenants && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static List<Target> targets(GatewayProcess gateway, List<KeySecret> asked) {
        return asked.stream().map(key -> gateway.target("gateway", key)).toList();
    }

    private static String table(Footprint footprint, Duration fromDisk) {
        return Markdown.table(
                List.of("what", "figure"),
                List.of(
                        List.of("records published", Markdown.whole(footprint.records())),
                        List.of("their bytes, MiB", Markdown.mebibytes(footprint.publishedBytes())),
                        List.of("live heap after collection, MiB", Markdown.mebibytes(footprint.liveBytes())),
                        List.of(
                                "live heap to published bytes",
                                Markdown.decimal(footprint.liveBytes() / (double) footprint.publishedBytes(), 2)),
                        List.of("RSS, MiB", Markdown.mebibytes(footprint.residentBytes())),
                        List.of("RSS at its peak, MiB", Markdown.mebibytes(footprint.residentPeakBytes())),
                        List.of("start to all served, from Kafka, s", seconds(footprint.loaded())),
                        List.of("start to all served, from disk with Kafka gone, s", seconds(fromDisk)),
                        List.of("copy on disk, MiB", Markdown.mebibytes(footprint.snapshotBytes())),
                        List.of("its files", Markdown.whole(footprint.snapshotFiles()))));
    }

    private static String seconds(Duration duration) {
        return Markdown.decimal(duration.toMillis() / 1e3, 1);
    }
}
