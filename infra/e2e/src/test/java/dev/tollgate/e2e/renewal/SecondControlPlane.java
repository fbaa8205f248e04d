package dev.tollgate.e2e.renewal;

import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.local.fetch.Trees;
import dev.tollgate.local.part.Http;
import dev.tollgate.local.part.Jvm;
import dev.tollgate.local.process.ProcessSpec;
import dev.tollgate.local.process.RunningProcess;
import dev.tollgate.local.process.StopBy;
import dev.tollgate.local.process.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Another replica of the control plane, on the same backends, configured as the stack's own but for its port. */
final class SecondControlPlane implements AutoCloseable {
    private final RunningProcess process;
    private final Watchdog watchdog;

    private SecondControlPlane(RunningProcess process, Watchdog watchdog) {
        this.process = process;
        this.watchdog = watchdog;
    }

    /** Started while something else is done; serves when it is there. */
    static CompletableFuture<SecondControlPlane> starting(Tollgate tollgate) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return beside(tollgate);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private static SecondControlPlane beside(Tollgate tollgate) throws IOException {
        var folder = Workplace.target().resolve("second-control-plane");
        Trees.delete(folder);
        Files.createDirectories(folder.resolve("config"));
        var port = freePort();
        var own = Files.readString(tollgate.data().resolve(Tollgate.CONTROL_PLANE + "/config/application.properties"));
        // Of two lines with one key the last counts.
        Files.writeString(folder.resolve("config/application.properties"), own + "\nquarkus.http.port=" + port + "\n");
        var watchdog = Watchdog.start();
        var process = RunningProcess.start(
                new ProcessSpec(
                        "second-control-plane",
                        List.of(
                                Jvm.java(),
                                "-Xmx320m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                Workplace.repository()
                                        .resolve("control-plane/target/quarkus-app/quarkus-run.jar")
                                        .toString()),
                        Map.of(),
                        folder,
                        folder.resolve("log"),
                        StopBy.SIGTERM,
                        Duration.ofSeconds(20)),
                watchdog);
        var started = new SecondControlPlane(process, watchdog);
        Eventually.gives(
                "the second control plane serves",
                () -> Http.answers("http://127.0.0.1:" + port + "/q/health/ready")
                        ? Optional.of(true)
                        : Optional.empty());
        return started;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** SIGTERM. */
    @Override
    public void close() throws IOException, InterruptedException {
        try (watchdog) {
            process.stop();
        }
    }
}
