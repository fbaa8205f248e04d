package dev.tollgate.gateway.edge.page;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * Answers of the Fetch standard's CORS, for pages whose origin was admitted. Credentials are never allowed: what a page
 * presents it has to have, and its browser adds nothing.
 */
public final class CrossOrigin {
    private static final CharSequence ALLOW_ORIGIN = HttpHeaders.createOptimized("access-control-allow-origin");
    private static final CharSequence ALLOW_METHODS = HttpHeaders.createOptimized("access-control-allow-methods");
    private static final CharSequence ALLOW_HEADERS = HttpHeaders.createOptimized("access-control-allow-headers");
    private static final CharSequence EXPOSE_HEADERS = HttpHeaders.createOptimized("access-control-expose-headers");
    private static final CharSequence MAX_AGE = HttpHeaders.createOptimized("access-control-max-age");
    private static final CharSequence REQUEST_METHOD = HttpHeaders.createOptimized("access-control-request-method");

    private static final CharSequence METHODS = HttpHeaders.createOptimized("POST, GET, DELETE");
    /** Any, because the protocol names headers after a tool's arguments; but the star does not mean this one. */
    private static final CharSequence ANY_AND_AUTHORIZATION = HttpHeaders.createOptimized("*, authorization");

    private static final CharSequence EXPOSED =
            HttpHeaders.createOptimized("mcp-session-id, www-authenticate, retry-after, tollgate-call-id");
    private static final CharSequence MINUTES_10 = HttpHeaders.createOptimized("600");

    private CrossOrigin() {}

    /** Lets the page read whatever is answered. */
    public static void welcome(HttpServerRequest request, String origin) {
        request.response()
                .headers()
                .set(ALLOW_ORIGIN, origin)
                .set(HttpHeaders.VARY, HttpHeaders.ORIGIN)
                .set(EXPOSE_HEADERS, EXPOSED);
    }

    /** Whether a browser asks if the page that was welcomed may call; the answer then says so. */
    public static boolean isAskedFor(HttpServerRequest request) {
        MultiMap answered = request.response().headers();
        if (request.method() != HttpMethod.OPTIONS
                || !request.headers().contains(REQUEST_METHOD)
                || !answered.contains(ALLOW_ORIGIN)) {
            return false;
        }
        answered.set(ALLOW_METHODS, METHODS)
                .set(ALLOW_HEADERS, ANY_AND_AUTHORIZATION)
                .set(MAX_AGE, MINUTES_10);
        return true;
    }
}
