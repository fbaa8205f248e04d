package dev.tollgate.local.app;

import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.process.ProcessSpec;
import dev.tollgate.local.process.StopBy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The MCP project's own demo server, over Streamable HTTP. */
public final class Everything implements Part {
    public static final String NAME = "upstream-everything";

    private final Distributions distributions;
    private final DataFolder data;
    private final int port;

    public Everything(Distributions distributions, DataFolder data, int port) {
        this.distributions = distributions;
        this.data = data;
        this.port = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fetch() throws IOException, InterruptedException {
        distributions.demoServers();
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data.of(NAME));
        try (InputStream in = Objects.requireNonNull(Everything.class.getResourceAsStream("loopback.mjs"))) {
            Files.copy(in, loopback(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public ProcessSpec process() throws IOException, InterruptedException {
        var server = "node_modules/@modelcontextprotocol/server-everything/dist/index.js";
        // One of its tools shows its environment to whoever calls it: of ours it gets only where programs are.
        var argv = List.of(
                "env",
                "-i",
                "PATH=" + Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"),
                "PORT=" + port,
                "node",
                "--max-old-space-size=128",
                "--import",
                loopback().toUri().toString(),
                distributions.demoServers().resolve(server).toString(),
                "streamableHttp");
        return new ProcessSpec(
                NAME, argv, Map.of(), data.of(NAME), data.log(NAME), StopBy.SIGTERM, Duration.ofSeconds(5));
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

    public String url() {
        return "http://127.0.0.1:" + port + "/mcp";
    }

    private Path loopback() {
        return data.of(NAME).resolve("loopback.mjs");
    }
}
