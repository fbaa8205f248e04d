package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.upstream.Cancellation;
import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.Ear;
import dev.tollgate.gateway.upstream.Ears;
import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.gateway.upstream.Heard;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamTransport;
import dev.tollgate.gateway.upstream.Wanted;
import dev.tollgate.gateway.upstream.pipe.Pipe;
import dev.tollgate.gateway.upstream.pipe.PipedServer;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.ServerId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The way to servers that are processes: one process a server, shared by the server's calls. */
public final class StdioUpstreams implements UpstreamTransport {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

    /**
     * What a process is told that its client can do: all that an agent's client may, for the calls of many agents share
     * it. But roots: they are folders of the agent's machine, and a process would take them for folders of this one.
     */
    private static final ClientAbilities ABILITIES = new ClientAbilities(true, true, true, true, false);

    private final StdioCommands commands;
    private final Consumer<ServerConfig> toolsChanged;
    private final HealthBook health;
    private final StdioHost host;
    private final Map<ServerId, Running> servers = new ConcurrentHashMap<>();

    private record Running(ServerConfig config, List<String> argv, PipedServer server) {
        boolean runs(ServerConfig wanted, List<String> command) {
            return argv.equals(command) && config.name().equals(wanted.name());
        }
    }

    /** Processes whose health nobody else notes. */
    public StdioUpstreams(StdioCommands commands, StdioBounds bounds, Consumer<ServerConfig> toolsChanged) {
        this(commands, bounds, toolsChanged, new HealthBook(InstantSource.system()));
    }

    /**
     * @param toolsChanged hears, on any thread, of a server that says that its tools have changed
     */
    public StdioUpstreams(
            StdioCommands commands, StdioBounds bounds, Consumer<ServerConfig> toolsChanged, HealthBook health) {
        this.health = health;
        this.commands = commands;
        this.toolsChanged = toolsChanged;
        this.host = new StdioHost(bounds);
        host.every(SWEEP_EVERY, this::stopIdle);
    }

    /**
     * @param server one whose transport is {@link Transport.Stdio}
     */
    @Override
    public Cancellation call(ServerConfig server, UpstreamCall call, UpstreamListener listener) {
        Context context = Vertx.currentContext();
        Transport.Stdio transport = (Transport.Stdio) server.transport();
        Optional<List<String>> argv = commands.find(transport.command());
        if (argv.isEmpty()) {
            UpstreamReply.Failure failure = new UpstreamReply.Failure(
                    Kind.UNAVAILABLE,
                    UpstreamReply.Stage.ADDRESS,
                    "The operator allows no command " + transport.command() + " here.",
                    0);
            health.of(server).failed(failure);
            return refused(context, listener, failure);
        }
        return process(server, argv.get()).call(context, call, listener);
    }

    private PipedServer process(ServerConfig server, List<String> argv) {
        return servers.compute(server.id(), (id, known) -> {
                    if (known != null && known.runs(server, argv)) {
                        return known;
                    }
                    if (known != null) {
                        known.server.retire();
                    }
                    return new Running(
                            server,
                            argv,
                            new PipedServer(
                                    server,
                                    ABILITIES,
                                    false,
                                    listener -> open(server, argv, listener),
                                    host,
                                    () -> toolsChanged.accept(server),
                                    health.of(server)));
                })
                .server;
    }

    private Pipe open(ServerConfig server, List<String> argv, Pipe.Listener listener) throws IOException {
        return StdioProcess.start(
                host.spawner(),
                server.name().value(),
                argv,
                listener,
                host.bounds().messageBytesMax());
    }

    private static Cancellation refused(Context context, UpstreamListener listener, UpstreamReply failure) {
        context.runOnContext(_ -> listener.reply(failure));
        return () -> {};
    }

    private void stopIdle() {
        servers.values().removeIf(running -> running.server.closeIfIdle());
    }

    @Override
    public Ear listen(ServerConfig server, Wanted wanted, Heard heard) {
        Context context = Vertx.currentContext();
        Transport.Stdio transport = (Transport.Stdio) server.transport();
        return commands.find(transport.command())
                .map(argv -> process(server, argv).ears().add(context, wanted, heard))
                .orElseGet(() -> Ears.nowhere(context, heard, "has a command that the operator does not allow here"));
    }

    @Override
    public Optional<UpstreamIdentity> identity(ServerConfig server) {
        return Optional.ofNullable(servers.get(server.id())).flatMap(running -> running.server.identity());
    }

    @Override
    public void closeUnless(Predicate<ServerConfig> wanted) {
        servers.values().removeIf(running -> {
            boolean unwanted = !wanted.test(running.config);
            if (unwanted) {
                running.server.retire();
            }
            return unwanted;
        });
    }

    @Override
    public int openUpstreams() {
        return servers.size();
    }

    /** Processes that run now, of at most {@link StdioBounds#processesMax}. */
    public int processes() {
        return host.processes();
    }

    @Override
    public void close() {
        servers.values().forEach(running -> running.server.close());
        servers.clear();
        host.close();
    }
}
