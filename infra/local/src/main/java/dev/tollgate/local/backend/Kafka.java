package dev.tollgate.local.backend;

import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Jvm;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.process.Command;
import dev.tollgate.local.process.ProcessSpec;
import dev.tollgate.local.process.StopBy;
import dev.tollgate.local.region.Regions;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/** One Kafka node that is broker and controller, with Tollgate's topics. */
public final class Kafka implements Part {
    public static final String NAME = "kafka";

    private final Distributions distributions;
    private final DataFolder data;
    private final int port;
    private final int controllerPort;
    private final List<Region> regions;

    /** With the topics of the default region. */
    public Kafka(Distributions distributions, DataFolder data, int port, int controllerPort) {
        this(distributions, data, port, controllerPort, List.of(Regions.DEFAULT));
    }

    public Kafka(Distributions distributions, DataFolder data, int port, int controllerPort, List<Region> regions) {
        this.distributions = distributions;
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
        this.regions = List.copyOf(regions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fetch() throws IOException, InterruptedException {
        distributions.kafka();
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Files.createDirectories(data.of(NAME));
        Files.writeString(properties(), KafkaConfig.server(port, controllerPort, logFolder()));
        Files.writeString(logging(), KafkaConfig.logging());
        if (!Files.exists(logFolder().resolve("meta.properties"))) {
            var format = List.of(
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    Uuid.randomUuid().toString(),
                    "-c",
                    properties().toString());
            new Command(argv(format), Map.of(), Optional.empty(), data.log(NAME)).run();
        }
    }

    @Override
    public ProcessSpec process() throws IOException, InterruptedException {
        var argv = argv(List.of("kafka.Kafka", properties().toString()));
        return new ProcessSpec(
                NAME, argv, Map.of(), data.of(NAME), data.log(NAME), StopBy.SIGTERM, Duration.ofSeconds(20));
    }

    @Override
    public boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void onReady() throws IOException, InterruptedException {
        KafkaTopics.ensure(bootstrapServers(), regions);
    }

    @Override
    public Map<String, String> config() {
        return Map.of("tollgate.kafka.bootstrap-servers", bootstrapServers());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private List<String> argv(List<String> mainAndArguments) throws IOException, InterruptedException {
        var argv = new java.util.ArrayList<>(List.of(
                Jvm.java(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + logging(),
                "-cp",
                distributions.kafka() + "/*"));
        argv.addAll(mainAndArguments);
        return argv;
    }

    private Path properties() {
        return data.of(NAME).resolve("server.properties");
    }

    private Path logging() {
        return data.of(NAME).resolve("log4j2.properties");
    }

    private Path logFolder() {
        return data.of(NAME).resolve("log");
    }
}
