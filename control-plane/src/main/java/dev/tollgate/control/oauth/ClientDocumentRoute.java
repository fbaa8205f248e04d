package dev.tollgate.control.oauth;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;

/** Shows providers our client document (Client ID Metadata Documents), to whoever asks; there is nothing secret in it. */
@ApplicationScoped
class ClientDocumentRoute {
    private static final String CLIENT_NAME = "Tollgate";
    private static final String CACHE = "public, max-age=3600";

    private final Optional<Buffer> document;

    ClientDocumentRoute(PublicAddress address) {
        Optional<URI> id = address.clientDocument();
        this.document = id.map(
                at -> Buffer.buffer(ClientDocument.at(at, new Registration.Wanted(CLIENT_NAME, address.callback()))));
    }

    void route(@Observes Router router) {
        router.get(PublicAddress.CLIENT_DOCUMENT).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (document.isEmpty()) {
            context.next();
            return;
        }
        context.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaderNames.CACHE_CONTROL, CACHE)
                .end(document.get());
    }
}
