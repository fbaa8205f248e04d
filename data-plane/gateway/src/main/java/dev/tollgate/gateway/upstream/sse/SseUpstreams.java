package dev.tollgate.gateway.upstream.sse;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.credential.UpstreamTls;
import dev.tollgate.gateway.upstream.AddressGate;
import dev.tollgate.gateway.upstream.Cancellation;
import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.Credentials;
import dev.tollgate.gateway.upstream.Ear;
import dev.tollgate.gateway.upstream.Ears;
import dev.tollgate.gateway.upstream.EventChannel;
import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.gateway.upstream.Heard;
import dev.tollgate.gateway.upstream.ToolsChanged;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamTransport;
import dev.tollgate.gateway.upstream.Wanted;
import dev.tollgate.gateway.upstream.pipe.Pipe;
import dev.tollgate.gateway.upstream.pipe.PipedServer;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way to servers that speak HTTP with SSE: for each server one connection for all agents whose clients can do the same
 * for an upstream.
 */
public final class SseUpstreams implements UpstreamTransport {
    static final int CONNECTIONS_MAX = 20_000;
    private static final long SWEEP_MILLIS = 30_000;
    private static final String ONE_TOO_MANY = "would be one more than this gateway may talk to";

    private final Vertx vertx;
    private final AddressGate.Resolver resolver;
    private final boolean allowLoopback;
    private final Credentials credentials;
    private final ToolsChanged toolsChanged;
    private final HealthBook health;
    private final SseHost host;
    private final Map<Key, Connected> servers = new ConcurrentHashMap<>();
    private final long sweepTimer;

    private record Key(
            TenantId tenant, ServerId server, @Nullable UUID person, ClientAbilities abilities) {}

    private record Connected(ServerConfig config, PipedServer server) {
        boolean serves(ServerConfig wanted) {
            return config.isReachedAs(wanted);
        }
    }

    /** To servers that ask for no credential, and whose health nobody else notes. */
    public SseUpstreams(Vertx vertx, AddressGate.Resolver resolver, boolean allowLoopback, ToolsChanged toolsChanged) {
        this(vertx, resolver, allowLoopback, Credentials.NONE, toolsChanged, new HealthBook(InstantSource.system()));
    }

    /**
     * @param allowLoopback whether the operator lets tenants' URLs lead to this very machine
     */
    public SseUpstreams(
            Vertx vertx,
            AddressGate.Resolver resolver,
            boolean allowLoopback,
            Credentials credentials,
            ToolsChanged toolsChanged,
            HealthBook health) {
        this.credentials = credentials;
        this.health = health;
        this.vertx = vertx;
        this.resolver = resolver;
        this.allowLoopback = allowLoopback;
        this.toolsChanged = toolsChanged;
        this.host = new SseHost(vertx);
        this.sweepTimer =
                vertx.setPeriodic(SWEEP_MILLIS, timer -> servers.values().removeIf(one -> one.server.closeIfIdle()));
    }

    /**
     * @param server one whose transport is {@link Transport.Sse}
     */
    @Override
    public Cancellation call(ServerConfig server, UpstreamCall call, UpstreamListener listener) {
        PipedServer connected = connected(server, call.abilities().inStream());
        if (connected == null) {
            vertx.getOrCreateContext()
                    .runOnContext(_ -> listener.reply(new UpstreamReply.Failure(
                            UpstreamReply.Kind.OVERLOADED,
                            "The server " + server.name() + " " + ONE_TOO_MANY + ".",
                            0)));
            return () -> {};
        }
        return connected.call(vertx.getOrCreateContext(), call, listener);
    }

    @Override
    public Ear listen(ServerConfig server, Wanted wanted, Heard heard) {
        PipedServer connected = connected(server, ClientAbilities.NONE);
        return connected == null
                ? Ears.nowhere(vertx.getOrCreateContext(), heard, ONE_TOO_MANY)
                : connected.ears().add(vertx.getOrCreateContext(), wanted, heard);
    }

    /** Null if it would be one more than there may be. */
    private @Nullable PipedServer connected(ServerConfig server, ClientAbilities abilities) {
        Key key = new Key(server.tenant(), server.id(), server.person(), abilities);
        Connected known = servers.get(key);
        if (known != null && known.serves(server)) {
            return known.server;
        }
        if (known == null && servers.size() >= CONNECTIONS_MAX) {
            return null;
        }
        return servers.compute(key, (same, before) -> {
                    if (before != null && before.serves(server)) {
                        return before;
                    }
                    if (before != null) {
                        before.server.retire();
                    }
                    return new Connected(server, make(server, abilities));
                })
                .server;
    }

    private PipedServer make(ServerConfig server, ClientAbilities abilities) {
        URI url = ((Transport.Sse) server.transport()).url();
        UpstreamHeaders credential = credentials.of(server);
        UpstreamTls tls = credentials.tls(server);
        return new PipedServer(
                server,
                abilities,
                true,
                listener -> open(url, credential, tls, listener),
                host,
                () -> toolsChanged.changed(server),
                health.of(server));
    }

    private Pipe open(URI url, UpstreamHeaders credential, UpstreamTls tls, Pipe.Listener listener) {
        ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
        EventChannel channel = new EventChannel(vertx, context, url, allowLoopback, resolver, credential, tls);
        SsePipe pipe = new SsePipe(url, context, channel, listener);
        pipe.open();
        return pipe;
    }

    @Override
    public Optional<UpstreamIdentity> identity(ServerConfig server) {
        return of(server).flatMap(one -> one.identity().stream()).findAny();
    }

    private Stream<PipedServer> of(ServerConfig server) {
        return servers.entrySet().stream()
                .filter(one -> one.getKey().server.equals(server.id())
                        && one.getKey().tenant.equals(server.tenant())
                        && Objects.equals(one.getKey().person, server.person()))
                .map(one -> one.getValue().server);
    }

    @Override
    public void closeUnless(Predicate<ServerConfig> wanted) {
        servers.values().removeIf(one -> {
            boolean unwanted = !wanted.test(one.config);
            if (unwanted) {
                one.server.retire();
            }
            return unwanted;
        });
    }

    @Override
    public int openUpstreams() {
        return servers.size();
    }

    @Override
    public void close() {
        vertx.cancelTimer(sweepTimer);
        servers.values().forEach(one -> one.server.close());
        servers.clear();
    }
}
