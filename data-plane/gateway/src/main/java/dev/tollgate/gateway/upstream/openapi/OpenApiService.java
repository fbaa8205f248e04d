package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.credential.UpstreamTls;
import dev.tollgate.gateway.upstream.AddressGate;
import dev.tollgate.gateway.upstream.Health;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.net.Destination;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One service: where its document is, what it says, and the way to its operations. Shared by all event loops. */
final class OpenApiService {
    static final int CALLS_MAX = 512;
    /** How long calls may go on to where the document no longer says that they go. */
    private static final long OLD_SITE_MILLIS = ServerConfig.TIMEOUT_MILLIS_MAX;

    private final Vertx vertx;
    private final String serverName;
    private final AddressGate.Resolver resolver;
    private final boolean allowLoopback;
    private final UpstreamHeaders credential;
    private final UpstreamTls tls;
    private final URI credentialOrigin;
    private final Site documentSite;
    private final DocumentSource source;
    private final Health health;
    private final AtomicInteger callsInFlight = new AtomicInteger();
    private volatile long lastUsedNanos = System.nanoTime();
    private @Nullable Operations operations;
    private boolean closed;

    private record Operations(URI baseUrl, Site site) {}

    OpenApiService(
            Vertx vertx,
            String serverName,
            Transport.OpenApi transport,
            AddressGate.Resolver resolver,
            boolean allowLoopback,
            UpstreamHeaders credential,
            UpstreamTls tls,
            WorkerExecutor parsing,
            Health health) {
        this.credential = credential;
        this.tls = tls;
        this.credentialOrigin = transport.baseUrl() == null ? transport.document() : transport.baseUrl();
        this.vertx = vertx;
        this.serverName = serverName;
        this.resolver = resolver;
        this.allowLoopback = allowLoopback;
        this.documentSite = siteAt(transport.document());
        this.source = new DocumentSource(transport, documentSite, parsing);
        this.health = health;
        health.pausedBy(this::pauseLeft);
    }

    private synchronized @Nullable Duration pauseLeft() {
        Duration left = operations == null ? null : operations.site.breaker().left();
        return left == null ? documentSite.breaker().left() : left;
    }

    Health health() {
        return health;
    }

    /** False if as many calls are under way as may be; else one more is. */
    boolean enter() {
        lastUsedNanos = System.nanoTime();
        if (callsInFlight.incrementAndGet() <= CALLS_MAX) {
            return true;
        }
        callsInFlight.decrementAndGet();
        return false;
    }

    void leave() {
        callsInFlight.decrementAndGet();
    }

    /**
     * A document may name any address for its operations, and the tenant gave its credential for one: that of the base
     * URL, or of the document itself. So it is with the certificate, and with whose word is taken for the server's.
     */
    private Site siteAt(URI url) {
        boolean same = Destination.of(url).equals(Destination.of(credentialOrigin))
                && url.getScheme().equalsIgnoreCase(credentialOrigin.getScheme());
        return same
                ? new Site(vertx, url, resolver, allowLoopback, credential, tls)
                : new Site(vertx, url, resolver, allowLoopback, credential.elsewhere(), UpstreamTls.PUBLIC);
    }

    /** The way to the document's operations; the old one goes if the document names another. */
    synchronized Site site(Document document) {
        Operations known = operations;
        if (known != null && known.baseUrl.equals(document.baseUrl())) {
            return known.site;
        }
        if (known != null) {
            vertx.setTimer(OLD_SITE_MILLIS, timer -> known.site.close());
        }
        Site site = siteAt(document.baseUrl());
        if (closed) {
            return site;
        }
        operations = new Operations(document.baseUrl(), site);
        return site;
    }

    DocumentSource source() {
        return source;
    }

    String serverName() {
        return serverName;
    }

    int callsInFlight() {
        return callsInFlight.get();
    }

    long lastUsedNanos() {
        return lastUsedNanos;
    }

    synchronized void close() {
        closed = true;
        documentSite.close();
        if (operations != null) {
            operations.site.close();
        }
    }
}
