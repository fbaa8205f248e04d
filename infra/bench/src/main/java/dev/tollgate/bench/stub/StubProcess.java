package dev.tollgate.bench.stub;

import dev.tollgate.bench.process.Child;
import dev.tollgate.bench.process.JavaCommand;
import dev.tollgate.bench.process.Ports;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.bench.wire.Era;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The stub in a JVM of its own, so that its CPU and its pauses are nobody else's. */
public final class StubProcess implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(20);

    private final Child child;
    private final int port;

    private StubProcess(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /** A stub of the legacy era. */
    public static StubProcess start(String mainClass, int answerBytes, int tools, Path folder)
            throws IOException, InterruptedException {
        return start(mainClass, answerBytes, tools, Era.LEGACY, folder);
    }

    /**
     * Starts the stub and waits until it listens.
     *
     * @param mainClass the bench's command line, whose {@code stub} command it is
     */
    public static StubProcess start(String mainClass, int answerBytes, int tools, Era era, Path folder)
            throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> command = JavaCommand.bench(
                List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC"),
                mainClass,
                List.of("stub", "--port=" + port, "--answer-bytes=" + answerBytes, "--tools=" + tools, "--era=" + era));
        Child child = Child.start("stub", command, Map.of(), folder);
        try {
            Ports.awaitOpen(port, child, START_MAX);
        } catch (IOException e) {
            child.close();
            throw e;
        }
        return new StubProcess(child, port);
    }

    public int port() {
        return port;
    }

    /** Its address in URLs, with a path. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Usage usage() {
        return child.usage();
    }

    /**
     * Throws if it is gone: what was measured since then is no measurement.
     *
     * @throws IOException if it is gone, with the end of its log
     */
    public void checkAlive() throws IOException {
        child.checkAlive();
    }

    @Override
    public void close() {
        child.close();
    }
}
