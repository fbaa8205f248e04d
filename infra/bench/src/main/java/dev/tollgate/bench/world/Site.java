package dev.tollgate.bench.world;

import dev.tollgate.bench.process.Folders;
import dev.tollgate.bench.process.Ports;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.local.backend.Kafka;
import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A region with Kafka and no control plane: what it serves is published straight to its topic. Its folder goes with it. */
public final class Site implements AutoCloseable {
    /** The region whose topics the embedded Kafka has. */
    public static final Region REGION = new Region("local");

    private final Path folder;
    private final Kafka kafka;
    private @Nullable PartProcess kafkaProcess;

    private Site(Path folder, Kafka kafka) {
        this.folder = folder;
        this.kafka = kafka;
    }

    /** Starts Kafka in a new folder below the system's temporary one. */
    public static Site open() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tollgate-bench-");
        DataFolder data = new DataFolder(folder);
        data.create();
        Kafka kafka = new Kafka(new Distributions(Cache.ofThisUser()), data, Ports.free(), Ports.free());
        Site site = new Site(folder, kafka);
        try {
            site.kafkaProcess = PartProcess.start(kafka, folder.resolve("logs"));
        } catch (IOException | InterruptedException | RuntimeException e) {
            site.close();
            throw e;
        }
        return site;
    }

    public Path folder() {
        return folder;
    }

    /** Where its Kafka listens, as clients name it. */
    public String kafkaAddress() {
        return kafka.bootstrapServers();
    }

    public ConfigPublisher publisher() {
        return new ConfigPublisher(kafka.bootstrapServers(), REGION);
    }

    /**
     * Starts a gateway.
     *
     * @param name its folder's name; the same name finds the same data again
     */
    public GatewayProcess gateway(String name, GatewayBuild build) throws IOException {
        return GatewayProcess.start(build, kafka.bootstrapServers(), REGION, folder, name);
    }

    public Usage kafkaUsage() {
        return kafkaProcess == null ? Usage.NONE : kafkaProcess.usage();
    }

    /** Ends Kafka; its address then refuses connections. */
    public void loseKafka() {
        if (kafkaProcess != null) {
            kafkaProcess.close();
        }
    }

    @Override
    public void close() {
        loseKafka();
        Folders.delete(folder);
    }
}
