package dev.tollgate.gateway.catalog;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamTransport;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.CatalogReport.Stage;
import dev.tollgate.model.wire.SyncRequest;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One look at one upstream: all pages of its {@code tools/list}, on one event loop. */
final class CatalogLook implements UpstreamListener {
    static final long MILLIS_MAX = 60_000;
    private static final long PAGE_MILLIS_MAX = 20_000;

    private final UpstreamTransport upstreams;
    private final ServerConfig server;
    private final GatewayId gateway;
    private final InstantSource clock;
    private final ToolPages pages = new ToolPages();
    private final CompletableFuture<CatalogReport> report = new CompletableFuture<>();
    private final long beganNanos = System.nanoTime();

    private CatalogLook(UpstreamTransport upstreams, ServerConfig server, GatewayId gateway, InstantSource clock) {
        this.upstreams = upstreams;
        this.server = server;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Looks, on the event loop's context given; there is always a report in the end. */
    static CompletableFuture<CatalogReport> at(
            Context context, UpstreamTransport upstreams, ServerConfig server, GatewayId gateway, InstantSource clock) {
        CatalogLook look = new CatalogLook(upstreams, server, gateway, clock);
        context.runOnContext(nothing -> look.list("{}"));
        return look.report;
    }

    private void list(String params) {
        long leftMillis = MILLIS_MAX - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
        if (leftMillis <= 0) {
            fail(Stage.LIST, "The server did not list all its tools within " + MILLIS_MAX + " ms.");
            return;
        }
        long timeoutMillis = Math.min(leftMillis, Math.min(PAGE_MILLIS_MAX, server.timeoutMillis()));
        upstreams.call(
                server, new UpstreamCall("tools/list", null, Buffer.buffer(params), null, timeoutMillis, null), this);
    }

    @Override
    public void notification(Buffer message) {}

    @Override
    public void reply(UpstreamReply reply) {
        switch (reply) {
            case UpstreamReply.Result result -> page(result.result().getBytes());
            case UpstreamReply.Error _ -> fail(Stage.LIST, "The server answered tools/list with an error.");
            case UpstreamReply.Failure failure -> fail(stage(failure.stage()), failure.message());
        }
    }

    private static Stage stage(UpstreamReply.Stage stage) {
        return switch (stage) {
            case ADDRESS -> Stage.ADDRESS;
            case CONNECT -> Stage.CONNECT;
            case INITIALIZE -> Stage.INITIALIZE;
            case CALL -> Stage.LIST;
        };
    }

    private void page(byte[] result) {
        try {
            String cursor = pages.add(result);
            if (cursor != null) {
                list("{\"cursor\":" + cursor + "}");
            } else if (pages.excess() != null) {
                fail(Stage.LIST, "The server lists " + pages.excess() + "; what is beyond that is left out.");
            } else {
                end(null);
            }
        } catch (MalformedJson e) {
            fail(Stage.LIST, "The server answered tools/list with what is no list of tools.");
        }
    }

    private void fail(Stage stage, String message) {
        end(new CatalogReport.Failure(stage, message));
    }

    private void end(CatalogReport.@Nullable Failure failure) {
        UpstreamIdentity identity = upstreams.identity(server).orElse(null);
        report.complete(new CatalogReport(
                server.tenant(),
                server.id(),
                gateway,
                clock.instant(),
                identity == null ? null : identity.name(),
                identity == null ? null : identity.version(),
                identity == null ? null : identity.protocolVersion(),
                pages.tools(),
                failure));
    }

    /** What is said of a server that could not even be looked at. */
    static CatalogReport unseen(SyncRequest request, GatewayId gateway, Instant at, String message) {
        return new CatalogReport(
                request.tenant(),
                request.server(),
                gateway,
                at,
                null,
                null,
                null,
                List.of(),
                new CatalogReport.Failure(Stage.ADDRESS, message));
    }
}
