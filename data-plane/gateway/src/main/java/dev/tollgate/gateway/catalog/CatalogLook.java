package dev.tollgate.gateway.catalog;

import dev.tollgate.gateway.upstream.ParamHeader;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.UpstreamTransport;
import dev.tollgate.gateway.upstream.listing.ListKind;
import dev.tollgate.gateway.upstream.listing.ListLook;
import dev.tollgate.gateway.upstream.listing.Listing;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.CatalogReport.Stage;
import dev.tollgate.model.wire.SyncRequest;
import io.vertx.core.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One look at one upstream's tools, and the report of it. */
final class CatalogLook {
    private static final String MODERN = "2026-07-28";

    private CatalogLook() {}

    /** Looks, on the event loop's context given; there is always a report in the end. */
    static CompletableFuture<CatalogReport> at(
            Context context, UpstreamTransport upstreams, ServerConfig server, GatewayId gateway, InstantSource clock) {
        CompletableFuture<CatalogReport> report = new CompletableFuture<>();
        context.runOnContext(nothing -> ListLook.at(
                upstreams,
                server,
                ListKind.TOOLS,
                listing -> report.complete(report(upstreams, server, gateway, clock, listing))));
        return report;
    }

    /** In the modern era a tool that asks for headers as no tool may must not be offered (2026-07-28, Tools). */
    private static boolean isOffered(@Nullable UpstreamIdentity by, String definition) {
        return by == null || !by.protocolVersion().equals(MODERN) || ParamHeader.areSound(definition);
    }

    private static CatalogReport report(
            UpstreamTransport upstreams, ServerConfig server, GatewayId gateway, InstantSource clock, Listing listing) {
        UpstreamIdentity identity = upstreams.identity(server).orElse(null);
        Listing.Failure failure = listing.failure();
        return new CatalogReport(
                server.tenant(),
                server.id(),
                gateway,
                clock.instant(),
                identity == null ? null : identity.name(),
                identity == null ? null : identity.version(),
                identity == null ? null : identity.protocolVersion(),
                listing.items().stream()
                        .filter(item -> isOffered(identity, item.text()))
                        .map(item -> new CatalogReport.DiscoveredTool(item.name(), item.text()))
                        .toList(),
                failure == null ? null : new CatalogReport.Failure(stage(failure.stage()), failure.message()));
    }

    private static Stage stage(UpstreamReply.Stage stage) {
        return switch (stage) {
            case ADDRESS -> Stage.ADDRESS;
            case RESOLVE, CONNECT, TLS -> Stage.CONNECT;
            case INITIALIZE -> Stage.INITIALIZE;
            case CALL -> Stage.LIST;
        };
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
