package dev.tollgate.ui;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the requests that Vaadin's client makes in the background from those of a person. When the sign-in has ended,
 * the former cannot follow a redirect to another origin; they are told so, and the page reloads.
 */
@ApplicationScoped
final class PageRequests implements JavaScriptRequestChecker {
    private static final String VAADIN_REQUEST_KIND = "v-r";

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        String kind = context.request().getParam(VAADIN_REQUEST_KIND);
        return "uidl".equals(kind) || "heartbeat".equals(kind);
    }
}
