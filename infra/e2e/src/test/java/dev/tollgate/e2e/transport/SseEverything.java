package dev.tollgate.e2e.transport;

import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.local.fetch.Distributions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The MCP project's demo server over HTTP with SSE, by the official library's own transport. */
final class SseEverything implements AutoCloseable {
    private static final int SECONDS_MAX = 30;

    private final Path servers;
    private final Path loopback;
    private final int port;
    private Process process;

    private SseEverything(Path servers, Path loopback, int port) throws IOException, InterruptedException {
        this.servers = servers;
        this.loopback = loopback;
        this.port = port;
        this.process = start();
    }

    static SseEverything started(Tollgate tollgate) throws IOException, InterruptedException {
        return new SseEverything(
                new Distributions(tollgate.cache()).demoServers(),
                tollgate.data().resolve("upstream-everything/loopback.mjs"),
                freePort());
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private Process start() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        "node",
                        "--max-old-space-size=128",
                        "--import",
                        loopback.toUri().toString(),
                        servers.resolve("node_modules/@modelcontextprotocol/server-everything/dist/index.js")
                                .toString(),
                        "sse")
                .redirectErrorStream(true)
                .redirectOutput(Workplace.target().resolve("everything-sse.log").toFile());
        builder.environment().keySet().retainAll(Set.of("PATH"));
        builder.environment().putAll(Map.of("PORT", String.valueOf(port)));
        var started = builder.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (!accepts()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the demo server did not start over SSE");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return started;
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/sse");
    }

    void restart() throws IOException, InterruptedException {
        close();
        process = start();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
    }
}
