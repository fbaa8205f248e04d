package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.gateway.upstream.AddressGate;
import dev.tollgate.gateway.upstream.Cancellation;
import dev.tollgate.gateway.upstream.Credentials;
import dev.tollgate.gateway.upstream.Ear;
import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.gateway.upstream.Heard;
import dev.tollgate.gateway.upstream.Retirement;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamTransport;
import dev.tollgate.gateway.upstream.Wanted;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The way to servers that are OpenAPI services, one {@link OpenApiService} for each as it is configured now. */
public final class OpenApiUpstreams implements UpstreamTransport {
    static final int UPSTREAMS_MAX = 2_000;
    private static final long IDLE_NANOS_MAX = Duration.ofMinutes(20).toNanos();
    private static final long SWEEP_MILLIS = 30_000;
    /** Documents are read by so many threads at once, because each may take a core for seconds. */
    private static final int PARSERS = 2;

    private static final long PARSE_SECONDS_WARNED = 30;

    private final Vertx vertx;
    private final AddressGate.Resolver resolver;
    private final boolean allowLoopback;
    private final Credentials credentials;
    private final HealthBook health;
    private final WorkerExecutor parsing;
    private final ConcurrentHashMap<Key, Entry> open = new ConcurrentHashMap<>();
    private final long sweepTimer;

    /** Services that ask for no credential, and whose health nobody else notes. */
    public OpenApiUpstreams(Vertx vertx, AddressGate.Resolver resolver, boolean allowLoopback) {
        this(vertx, resolver, allowLoopback, Credentials.NONE, new HealthBook(InstantSource.system()));
    }

    /**
     * @param allowLoopback whether the operator lets tenants' URLs lead to this very machine
     */
    public OpenApiUpstreams(
            Vertx vertx,
            AddressGate.Resolver resolver,
            boolean allowLoopback,
            Credentials credentials,
            HealthBook health) {
        this.credentials = credentials;
        this.health = health;
        this.vertx = vertx;
        this.resolver = resolver;
        this.allowLoopback = allowLoopback;
        this.parsing =
                vertx.createSharedWorkerExecutor("tollgate-openapi", PARSERS, PARSE_SECONDS_WARNED, TimeUnit.SECONDS);
        this.sweepTimer = vertx.setPeriodic(SWEEP_MILLIS, timer -> closeIdle());
    }

    private record Key(
            TenantId tenant, ServerId server, @Nullable UUID person) {
        static Key of(ServerConfig server) {
            return new Key(server.tenant(), server.id(), server.person());
        }
    }

    private record Entry(ServerConfig config, OpenApiService service) {
        boolean serves(ServerConfig wanted) {
            return config.isReachedAs(wanted);
        }
    }

    /**
     * @param server one whose transport is {@link Transport.OpenApi}
     */
    @Override
    public Cancellation call(ServerConfig server, UpstreamCall call, UpstreamListener listener) {
        ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
        if (!context.isEventLoopContext()) {
            throw new IllegalStateException("an upstream is called on an event loop");
        }
        Entry entry = open.get(Key.of(server));
        if (entry == null || !entry.serves(server)) {
            if (open.size() >= UPSTREAMS_MAX && entry == null) {
                return refuse(context, server, listener);
            }
            entry = replace(server);
        }
        return OpenApiCall.begin(entry.service, context, call, listener);
    }

    private static Cancellation refuse(ContextInternal context, ServerConfig server, UpstreamListener listener) {
        UpstreamReply refusal = new UpstreamReply.Failure(
                UpstreamReply.Kind.OVERLOADED,
                "The server " + server.name() + " would be one more than this gateway may talk to.",
                0);
        context.runOnContext(nothing -> listener.reply(refusal));
        return () -> {};
    }

    private Entry replace(ServerConfig server) {
        return open.compute(Key.of(server), (key, entry) -> {
            if (entry != null && entry.serves(server)) {
                return entry;
            }
            if (entry != null) {
                retire(entry.service);
            }
            return new Entry(
                    server,
                    new OpenApiService(
                            vertx,
                            server.name().value(),
                            (Transport.OpenApi) server.transport(),
                            resolver,
                            allowLoopback,
                            credentials.of(server),
                            credentials.tls(server),
                            parsing,
                            health.of(server)));
        });
    }

    private void retire(OpenApiService service) {
        Retirement.begin(
                (delay, look) -> vertx.setTimer(delay.toMillis(), timer -> look.run()),
                service::callsInFlight,
                service::close);
    }

    /** A service says nothing outside calls. */
    @Override
    public Ear listen(ServerConfig server, Wanted wanted, Heard heard) {
        Vertx.currentContext().runOnContext(nothing -> heard.lost("says nothing outside calls", 0));
        return new Ear() {
            @Override
            public void want(Wanted other) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public Optional<UpstreamIdentity> identity(ServerConfig server) {
        return Optional.ofNullable(open.get(Key.of(server)))
                .filter(entry -> entry.serves(server))
                .flatMap(entry -> Optional.ofNullable(entry.service.source().last()))
                .map(Document::identity);
    }

    @Override
    public void closeUnless(Predicate<ServerConfig> wanted) {
        for (Entry entry : List.copyOf(open.values())) {
            if (!wanted.test(entry.config)) {
                close(entry);
            }
        }
    }

    private void closeIdle() {
        long nowNanos = System.nanoTime();
        for (Entry entry : List.copyOf(open.values())) {
            if (entry.service.callsInFlight() == 0 && nowNanos - entry.service.lastUsedNanos() > IDLE_NANOS_MAX) {
                close(entry);
            }
        }
    }

    private void close(Entry entry) {
        if (open.remove(Key.of(entry.config), entry)) {
            retire(entry.service);
        }
    }

    @Override
    public int openUpstreams() {
        return open.size();
    }

    @Override
    public void close() {
        vertx.cancelTimer(sweepTimer);
        open.values().forEach(entry -> entry.service.close());
        open.clear();
        parsing.close();
    }
}
