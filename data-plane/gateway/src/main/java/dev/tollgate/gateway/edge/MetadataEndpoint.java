package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.edge.resource.PublicUrls;
import dev.tollgate.gateway.edge.resource.ResourceMetadata;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * {@code GET /.well-known/oauth-protected-resource}, with or without a path behind it: where to sign in. It is the same for
 * everyone and says nothing of any tenant. Runs on event loops.
 */
final class MetadataEndpoint implements Handler<HttpServerRequest> {
    static final String PATH = PublicUrls.METADATA_PATH;

    private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized("access-control-allow-origin");
    private static final String CACHED = "max-age=300";

    private final PublicUrls urls;
    private final Snapshots snapshots;
    private final EdgeMetrics metrics;

    MetadataEndpoint(PublicUrls urls, Snapshots snapshots, EdgeMetrics metrics) {
        this.urls = urls;
        this.snapshots = snapshots;
        this.metrics = metrics;
    }

    @Override
    public void handle(HttpServerRequest request) {
        HttpReply reply = new HttpReply(request);
        if (request.method() != HttpMethod.GET) {
            metrics.refused("http-405");
            reply.response().putHeader(Headers.ALLOW, "GET");
            reply.answer(Faults.http(Fault.METHOD_NOT_ALLOWED, "The metadata is had with GET."));
            return;
        }
        if (!urls.isKnown()) {
            metrics.refused("http-404");
            reply.answer(Faults.http(Fault.NO_SUCH_PATH, "People do not sign in here: agents need a key."));
            return;
        }
        String base = urls.of(request.headers(), new Source(request.connection())::address);
        // Public, and pages of any client may have to read it before they can sign in.
        reply.response().putHeader(ANY_ORIGIN, "*").putHeader(HttpHeaders.CACHE_CONTROL, CACHED);
        reply.answer(Answer.of(200, Buffer.buffer(ResourceMetadata.json(base, snapshots.issuers()))));
    }
}
