package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way to servers that are URLs, one {@link HttpUpstream} for each, or for each person's connection to it. The configuration that comes with a call is the
 * truth: if the URL has changed, the old connections are let go and new ones made.
 */
public final class HttpUpstreams implements UpstreamTransport {
    private static final String ONE_TOO_MANY = "would be one more than this gateway may talk to";
    static final int UPSTREAMS_MAX = 20_000;
    private static final long IDLE_NANOS_MAX = Duration.ofMinutes(10).toNanos();
    private static final long SESSION_IDLE_NANOS_MAX = Duration.ofMinutes(5).toNanos();
    private static final long SWEEP_MILLIS = 30_000;

    private final Vertx vertx;
    private final AddressGate.Resolver resolver;
    private final boolean allowLoopback;
    private final Credentials credentials;
    private final ToolsChanged toolsChanged;
    private final HealthBook health;
    private final ConcurrentHashMap<Key, Entry> open = new ConcurrentHashMap<>();
    private final long sweepTimer;

    /** To servers that ask for no credential, and whose health nobody else notes. */
    public HttpUpstreams(Vertx vertx, AddressGate.Resolver resolver, boolean allowLoopback, ToolsChanged toolsChanged) {
        this(vertx, resolver, allowLoopback, Credentials.NONE, toolsChanged, new HealthBook(InstantSource.system()));
    }

    /**
     * @param allowLoopback whether the operator lets tenants' URLs lead to this very machine
     */
    public HttpUpstreams(
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
        this.sweepTimer = vertx.setPeriodic(SWEEP_MILLIS, timer -> closeIdle(System.nanoTime()));
    }

    private record Key(
            TenantId tenant, ServerId server, @Nullable UUID person) {
        static Key of(ServerConfig server) {
            return new Key(server.tenant(), server.id(), server.person());
        }
    }

    private record Entry(ServerConfig config, HttpUpstream upstream) {
        boolean serves(ServerConfig wanted) {
            return config.isReachedAs(wanted);
        }
    }

    /**
     * @param server one whose transport is {@link Transport.StreamableHttp}
     */
    @Override
    public Cancellation call(ServerConfig server, UpstreamCall call, UpstreamListener listener) {
        ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
        if (!context.isEventLoopContext()) {
            throw new IllegalStateException("an upstream is called on an event loop");
        }
        Entry entry = entry(server);
        if (entry == null) {
            return refuse(context, server, listener);
        }
        HttpCall one = new HttpCall(entry.upstream, context, call, listener);
        one.begin();
        return one;
    }

    /** Null if it would be one more than there may be. */
    private @Nullable Entry entry(ServerConfig server) {
        Entry entry = open.get(Key.of(server));
        if (entry != null && entry.serves(server)) {
            return entry;
        }
        return entry == null && open.size() >= UPSTREAMS_MAX ? null : replace(server);
    }

    private static Cancellation refuse(ContextInternal context, ServerConfig server, UpstreamListener listener) {
        context.runOnContext(nothing -> listener.reply(OpenCall.failure(
                server.name().value(), UpstreamReply.Kind.OVERLOADED, UpstreamReply.Stage.CONNECT, ONE_TOO_MANY, 0)));
        return () -> {};
    }

    private Entry replace(ServerConfig server) {
        return open.compute(Key.of(server), (key, entry) -> {
            if (entry != null && entry.serves(server)) {
                return entry;
            }
            if (entry != null) {
                retire(entry.upstream);
            }
            return new Entry(server, make(server));
        });
    }

    private HttpUpstream make(ServerConfig server) {
        Transport.StreamableHttp transport = (Transport.StreamableHttp) server.transport();
        AddressGate gate = new AddressGate(transport.url(), allowLoopback, resolver, System::nanoTime);
        return new HttpUpstream(
                vertx,
                server.name().value(),
                transport.url(),
                gate,
                credentials.of(server),
                credentials.tls(server),
                () -> toolsChanged.changed(server),
                health.of(server),
                new Challenges(challenge -> credentials.challenged(server, challenge), System::nanoTime));
    }

    private void retire(HttpUpstream upstream) {
        upstream.stopListening();
        Retirement.begin(
                (delay, look) -> vertx.setTimer(delay.toMillis(), timer -> look.run()),
                upstream::callsInFlight,
                upstream::close);
    }

    @Override
    public Ear listen(ServerConfig server, Wanted wanted, Heard heard) {
        Context context = vertx.getOrCreateContext();
        Entry entry = entry(server);
        return entry == null
                ? Ears.nowhere(context, heard, ONE_TOO_MANY)
                : entry.upstream.ears().add(context, wanted, heard);
    }

    @Override
    public Optional<UpstreamIdentity> identity(ServerConfig server) {
        return Optional.ofNullable(open.get(Key.of(server))).flatMap(entry -> entry.upstream.identity());
    }

    @Override
    public void closeUnless(Predicate<ServerConfig> wanted) {
        for (Entry entry : List.copyOf(open.values())) {
            if (!wanted.test(entry.config)) {
                close(entry);
            }
        }
    }

    void closeIdle(long nowNanos) {
        for (Entry entry : List.copyOf(open.values())) {
            HttpUpstream upstream = entry.upstream;
            boolean idle = upstream.callsInFlight() == 0 && !upstream.isListenedTo();
            if (idle && nowNanos - upstream.lastUsedNanos() > IDLE_NANOS_MAX) {
                close(entry);
            } else {
                entry.upstream.endSessionsUnusedSince(
                        (ContextInternal) vertx.getOrCreateContext(), nowNanos - SESSION_IDLE_NANOS_MAX);
            }
        }
    }

    private void close(Entry entry) {
        if (open.remove(Key.of(entry.config), entry)) {
            retire(entry.upstream);
        }
    }

    @Override
    public int openUpstreams() {
        return open.size();
    }

    @Override
    public void close() {
        vertx.cancelTimer(sweepTimer);
        open.values().forEach(entry -> entry.upstream.close());
        open.clear();
    }
}
