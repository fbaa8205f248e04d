package dev.tollgate.gateway.catalog;

import dev.tollgate.gateway.upstream.ChangeNotices;
import dev.tollgate.gateway.upstream.UpstreamTransport;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.SyncRequest;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Looks at upstreams, because it was asked to or because one says that its tools have changed. */
final class CatalogWatch {
    /** How long the configuration that a request speaks of is waited for. */
    static final Duration REVISION_WAIT_MAX = Duration.ofSeconds(15);

    /** What an upstream says by itself leads to a look no more often than this. */
    static final Duration CHANGES_PAUSE = Duration.ofSeconds(30);

    private static final long REVISION_POLL_MILLIS = 50;

    private final VertxInternal vertx;
    private final UpstreamTransport upstreams;
    private final ServerDirectory directory;
    private final UnaryOperator<ServerConfig> way;
    private final CatalogReports reports;
    private final GatewayId gateway;
    private final InstantSource clock = InstantSource.system();
    private final OneAtATime<Key> looks = new OneAtATime<>();
    private final ChangeNotices<Key> changes;

    /**
     * @param way by which a server is looked at, where each person reaches it by a connection of their own
     */
    CatalogWatch(
            VertxInternal vertx,
            UpstreamTransport upstreams,
            ServerDirectory directory,
            UnaryOperator<ServerConfig> way,
            CatalogReports reports,
            GatewayId gateway) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.directory = directory;
        this.way = way;
        this.reports = reports;
        this.gateway = gateway;
        this.changes = new ChangeNotices<>(
                next -> vertx.setTimer(CHANGES_PAUSE.toMillis(), timer -> next.run()),
                key -> look(new SyncRequest(key.tenant, key.server, 0, clock.instant())),
                () -> {});
    }

    private record Key(TenantId tenant, ServerId server) {}

    /** Completes when the report of a look that began after now is published; fails if it could not be. */
    CompletableFuture<Void> look(SyncRequest request) {
        CompletableFuture<Void> awaited = new CompletableFuture<>();
        await(request, System.nanoTime() + REVISION_WAIT_MAX.toNanos(), awaited);
        return awaited.thenCompose(
                nothing -> looks.run(new Key(request.tenant(), request.server()), () -> lookNow(request)));
    }

    private void await(SyncRequest request, long deadlineNanos, CompletableFuture<Void> done) {
        if (isBehind(request) && System.nanoTime() < deadlineNanos) {
            vertx.setTimer(REVISION_POLL_MILLIS, timer -> await(request, deadlineNanos, done));
        } else {
            done.complete(null);
        }
    }

    private boolean isBehind(SyncRequest request) {
        return directory.revision(request.tenant()) < request.minRevision();
    }

    private CompletableFuture<Void> lookNow(SyncRequest request) {
        if (isBehind(request)) {
            return reports.publish(CatalogLook.unseen(
                    request, gateway, clock.instant(), "The gateway has not received the server's configuration yet."));
        }
        Optional<ServerConfig> server = directory.server(request.tenant(), request.server());
        if (server.isEmpty()) {
            // It has been removed since; nobody waits for a report on it.
            return CompletableFuture.completedFuture(null);
        }
        return CatalogLook.at(vertx.createEventLoopContext(), upstreams, seen(server.get()), gateway, clock)
                .thenCompose(reports::publish);
    }

    private ServerConfig seen(ServerConfig server) {
        return server.asksEachPerson() ? way.apply(server) : server;
    }

    /** To be told, on any thread, that an upstream says its tools have changed. */
    void toolsChanged(ServerConfig server) {
        changes.heard(new Key(server.tenant(), server.id()));
    }
}
