package dev.tollgate.bench.world;

import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.process.Child;
import dev.tollgate.bench.process.JavaCommand;
import dev.tollgate.bench.process.Ports;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One gateway from its jar, with nothing but Kafka behind it. */
public final class GatewayProcess implements AutoCloseable {
    private final Child child;
    private final int port;

    private GatewayProcess(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * Starts a gateway; it may take a while to serve.
     *
     * @param folder the gateway's own folder stands there, so that a second start of the same name finds what the first left
     */
    static GatewayProcess start(GatewayBuild build, String bootstrapServers, Region region, Path folder, String name)
            throws IOException {
        if (!Files.exists(build.jar())) {
            throw new IOException("the gateway is not built: " + build.jar() + " is missing");
        }
        int port = Ports.free();
        Path own = folder.resolve(name);
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "TOLLGATE_REGION",
                region.value(),
                "TOLLGATE_GATEWAY_ID",
                "gateway-" + name,
                "TOLLGATE_DATA_DIR",
                own.resolve("data").toString(),
                "TOLLGATE_KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers,
                "TOLLGATE_UPSTREAM_ALLOW_LOOPBACK",
                "true",
                "TOLLGATE_LOCAL_DEVELOPMENT",
                "true");
        List<String> command = JavaCommand.jar(build.jvmOptions(), build.jar());
        return new GatewayProcess(Child.start("gateway", command, environment, own), port);
    }

    /** Calls of the stub's tool with a key. */
    public Target target(String name, KeySecret key) {
        return new Target(
                name,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                "/mcp",
                Map.of("Authorization", "Bearer " + key.reveal()),
                MadeTenant.EXPOSED_ECHO);
    }

    /** Its endpoint for agents. */
    public URI mcp() {
        return URI.create("http://127.0.0.1:" + port + "/mcp");
    }

    /** Where it tells its counts. */
    public URI metrics() {
        return mcp().resolve("/q/metrics");
    }

    public Child child() {
        return child;
    }

    public Usage usage() {
        return child.usage();
    }

    @Override
    public void close() {
        child.close();
    }
}
