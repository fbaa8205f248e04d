package dev.tollgate.control.testing;

import dev.tollgate.local.backend.ClickHouse;
import dev.tollgate.local.backend.Kafka;
import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.part.Secrets;
import dev.tollgate.local.port.Ports;
import dev.tollgate.local.process.RunningProcess;
import dev.tollgate.local.process.Watchdog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One backend of the stack as a process of its own, for a test to use and to kill. */
public final class Engine implements AutoCloseable {
    private static final int POLL_MILLIS = 50;

    private final Part part;
    private final Watchdog watchdog;
    private @Nullable RunningProcess process;

    private Engine(Part part, Watchdog watchdog) {
        this.part = part;
        this.watchdog = watchdog;
    }

    public static Engine clickHouse(Path folder) throws IOException, InterruptedException {
        var data = new DataFolder(folder);
        data.create();
        int port = Ports.free(1).of(ClickHouse.NAME);
        return started(new ClickHouse(distributions(), data, Secrets.in(data), port));
    }

    public static Engine kafka(Path folder) throws IOException, InterruptedException {
        var data = new DataFolder(folder);
        data.create();
        var ports = Ports.free(1);
        return started(new Kafka(distributions(), data, ports.of(Kafka.NAME), ports.of("kafka-controller")));
    }

    private static Distributions distributions() {
        return new Distributions(Cache.ofThisUser());
    }

    private static Engine started(Part part) throws IOException, InterruptedException {
        part.fetch();
        var engine = new Engine(part, Watchdog.start());
        engine.start();
        return engine;
    }

    /** Starts it again where it was, with its data; returns when it serves. */
    public void start() throws IOException, InterruptedException {
        part.prepare();
        var started = RunningProcess.start(part.process(), watchdog);
        process = started;
        while (!isReady()) {
            if (!started.isAlive()) {
                throw new IllegalStateException(part.name() + " ended before it was ready");
            }
            Thread.sleep(POLL_MILLIS);
        }
        part.onReady();
    }

    private boolean isReady() throws InterruptedException {
        try {
            return part.isReady();
        } catch (IOException _) {
            return false;
        }
    }

    /** SIGKILL. */
    public void kill() throws IOException, InterruptedException {
        Objects.requireNonNull(process).kill();
    }

    public Map<String, String> config() {
        return part.config();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        var running = process;
        if (running != null && running.isAlive()) {
            running.stop();
        }
        watchdog.close();
    }
}
