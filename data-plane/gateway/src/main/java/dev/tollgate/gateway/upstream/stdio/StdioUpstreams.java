package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.upstream.Cancellation;
import dev.tollgate.gateway.upstream.Ear;
import dev.tollgate.gateway.upstream.Heard;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamTransport;
import dev.tollgate.gateway.upstream.Wanted;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.ServerId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The way to servers that are processes: one process a server, shared by the server's calls. */
public final class StdioUpstreams implements UpstreamTransport {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

    private final StdioCommands commands;
    private final Consumer<ServerConfig> toolsChanged;
    private final StdioHost host;
    private final Map<ServerId, StdioServer> servers = new ConcurrentHashMap<>();

    /**
     * @param toolsChanged hears, on any thread, of a server that says that its tools have changed
     */
    public StdioUpstreams(StdioCommands commands, StdioBounds bounds, Consumer<ServerConfig> toolsChanged) {
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
            return refused(
                    context,
                    listener,
                    new UpstreamReply.Failure(
                            Kind.UNAVAILABLE,
                            UpstreamReply.Stage.ADDRESS,
                            "The operator allows no command " + transport.command() + " here.",
                            0));
        }
        try {
            StdioCall taken = new StdioCall(host.nextRequestId(), call, listener, context);
            StdioServer process = process(server, argv.get());
            taken.startTimer(() -> process.timedOut(taken));
            process.submit(taken);
            return () -> {
                if (taken.cancel()) {
                    process.forget(taken);
                }
            };
        } catch (MalformedJson e) {
            return refused(
                    context,
                    listener,
                    StdioCall.failure(Kind.UNAVAILABLE, "The request's _meta cannot be read: " + e.getMessage()));
        }
    }

    private StdioServer process(ServerConfig server, List<String> argv) {
        return servers.compute(server.id(), (_, known) -> {
            if (known != null && known.runs(server, argv)) {
                return known;
            }
            if (known != null) {
                known.close();
            }
            return new StdioServer(server, argv, host, () -> toolsChanged.accept(server));
        });
    }

    private static Cancellation refused(Context context, UpstreamListener listener, UpstreamReply failure) {
        context.runOnContext(_ -> listener.reply(failure));
        return () -> {};
    }

    private void stopIdle() {
        servers.values().removeIf(StdioServer::stopIfIdle);
    }

    /** Nothing is heard outside calls yet: whoever wants to know asks again. */
    @Override
    public Ear listen(ServerConfig server, Wanted wanted, Heard heard) {
        Vertx.currentContext().runOnContext(nothing -> heard.lost("cannot be listened to", 0));
        return new Ear() {
            @Override
            public void want(Wanted other) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public Optional<UpstreamIdentity> identity(ServerConfig server) {
        return Optional.ofNullable(servers.get(server.id())).flatMap(StdioServer::identity);
    }

    @Override
    public void closeUnless(Predicate<ServerConfig> wanted) {
        servers.values().removeIf(server -> {
            boolean unwanted = !wanted.test(server.config());
            if (unwanted) {
                server.close();
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
        servers.values().forEach(StdioServer::close);
        servers.clear();
        host.close();
    }
}
