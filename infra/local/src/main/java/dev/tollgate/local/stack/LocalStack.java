package dev.tollgate.local.stack;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.app.Planes;
import dev.tollgate.local.backend.Keycloak;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.part.Secrets;
import dev.tollgate.local.port.PortCheck;
import dev.tollgate.local.process.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The embedded stack: real processes on this machine, which end with this one, however it ends.
 *
 * <p>Safe for use by several threads.
 */
public final class LocalStack implements AutoCloseable {
    private final StackOptions options;
    private final StackLock lock;
    private final Watchdog watchdog;
    private final Backends backends;
    private final Optional<Planes> planes;
    private final Map<String, Supervised> parts = new LinkedHashMap<>();
    private final ReentrantLock closing = new ReentrantLock();
    private volatile boolean closed;

    private LocalStack(
            StackOptions options, StackLock lock, Watchdog watchdog, Backends backends, Optional<Planes> planes) {
        this.options = options;
        this.lock = lock;
        this.watchdog = watchdog;
        this.backends = backends;
        this.planes = planes;
        Stream.concat(backends.parts().stream(), planes.stream().flatMap(all -> all.parts().stream()))
                .forEach(part -> parts.put(
                        part.name(),
                        new Supervised(
                                part,
                                options.data(),
                                watchdog,
                                options.surroundings().environment())));
    }

    /**
     * Starts everything that the options ask for and returns when all of it serves.
     *
     * @throws StackFailure what went wrong, for a person; nothing is left running then
     */
    public static LocalStack start(StackOptions options) throws IOException, InterruptedException {
        options.data().create();
        var lock = StackLock.take(options.data());
        try {
            PortCheck.allFree(options.ports(), options.portsInUse());
            var distributions = new Distributions(options.cache());
            new Prefetch(options, distributions).run();
            var backends = Backends.of(options, distributions, Secrets.in(options.data()));
            var planes = planes(options, distributions, backends);
            var stack = new LocalStack(options, lock, Watchdog.start(), backends, planes);
            // A person's Ctrl-C may come at any time from here on.
            Runtime.getRuntime().addShutdownHook(new Thread(stack::closeAtExit, "stop the stack"));
            stack.startAll();
            return stack;
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Optional<Planes> planes(StackOptions options, Distributions distributions, Backends backends)
            throws IOException, InterruptedException {
        return switch (options.extent()) {
            case BACKENDS -> Optional.empty();
            case PLANES -> {
                var planes = Planes.of(
                        Repository.root(),
                        options.data(),
                        options.ports(),
                        options.regions(),
                        distributions,
                        backends.config(),
                        options.surroundings().gateways(),
                        backends.keycloak().consoleSecret());
                for (Part part : planes.parts()) {
                    part.fetch();
                }
                yield Optional.of(planes);
            }
        };
    }

    private void startAll() throws IOException, InterruptedException {
        writeRunFile();
        try {
            InOrder.each(needs(), this::startOne);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        DataFolder.writeSecret(options.data().root().resolve("stack.env"), StackEnv.file(config()));
    }

    private void startOne(String name) throws IOException, InterruptedException {
        if (closed) {
            throw new StackFailure("the stack is being stopped; " + name + " was not started");
        }
        options.progress().begins(name, "starting");
        part(name).start();
        writeRunFile();
        options.progress().ends(name, "starting");
    }

    /** Starts a part that was stopped or killed, with its data and port, and returns when it serves. */
    public void start(String name) throws IOException, InterruptedException {
        startOne(name);
    }

    /** Asks a part to end and returns when it has, with its status; empty if it did not run. */
    public OptionalInt stop(String name) throws IOException, InterruptedException {
        var status = part(name).stop();
        writeRunFile();
        return status;
    }

    /** SIGKILL; returns when it is gone. */
    public void kill(String name) throws IOException, InterruptedException {
        part(name).kill();
        writeRunFile();
    }

    /** Until it begins to stop. */
    public boolean isRunning() {
        return !closed;
    }

    /** The process of a part that runs. */
    public Optional<Long> pid(String name) {
        return part(name).pid();
    }

    public Backends backends() {
        return backends;
    }

    /** The planes' addresses; only of a stack that has them. */
    public Planes planes() {
        return planes.orElseThrow(() -> new IllegalStateException("this stack has the backends alone"));
    }

    /** The names of its parts. */
    public List<String> names() {
        return List.copyOf(parts.keySet());
    }

    public StackOptions options() {
        return options;
    }

    /** Addresses and credentials as configuration keys; the same as {@code stack.env} in the data folder. */
    public Map<String, String> config() {
        var config = new TreeMap<>(backends.config());
        config.put("tollgate.console.client-secret", backends.keycloak().consoleSecret());
        config.put("tollgate.keycloak.admin-client-id", Keycloak.ADMIN_CLIENT);
        config.put("tollgate.keycloak.admin-client-secret", backends.keycloak().adminSecret());
        return config;
    }

    /** Stops everything in the opposite order; what does not stop in time is killed. */
    @Override
    public void close() throws IOException, InterruptedException {
        closing.lock();
        try (lock;
                watchdog) {
            if (!closed) {
                closed = true;
                InOrder.each(InOrder.reversed(needs()), this::stopOne);
                RunFile.delete(options.data());
            }
        } finally {
            closing.unlock();
        }
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopOne(String name) throws IOException, InterruptedException {
        if (part(name).pid().isPresent()) {
            options.progress().begins(name, "stopping");
            part(name).stop();
            options.progress().ends(name, "stopping");
        }
    }

    private Map<String, Collection<String>> needs() {
        var needs = new LinkedHashMap<String, Collection<String>>();
        parts.forEach((name, supervised) -> needs.put(name, supervised.part().needs()));
        return needs;
    }

    private Supervised part(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("no part is named " + name + "; there are " + names());
        }
        return part;
    }

    private synchronized void writeRunFile() throws IOException {
        var pids = new TreeMap<String, Long>();
        parts.forEach((name, supervised) -> supervised.pid().ifPresent(pid -> pids.put(name, pid)));
        RunFile.ofThisProcess(options.ports().byName(), pids, options.regions().byGateway())
                .write(options.data());
    }
}
