package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.page.CrossOrigin;
import dev.tollgate.listener.Gate;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request must be as HTTP before anything else about it is looked at. */
final class HttpGate {
    private HttpGate() {}

    /** Why the request is refused; null if it is not. */
    static @Nullable Answer refusal(HttpServerRequest request, Gate gate) {
        Answer unseen = unseen(request, gate);
        if (unseen != null) {
            return unseen;
        }
        MultiMap headers = request.headers();
        if (request.method() == HttpMethod.GET || request.method() == HttpMethod.DELETE) {
            return null;
        }
        if (request.method() != HttpMethod.POST) {
            return Faults.http(
                    Fault.METHOD_NOT_ALLOWED,
                    "Agents use POST, and within a session GET to listen and DELETE to end it.");
        }
        if (!isJson(headers.get(HttpHeaders.CONTENT_TYPE))) {
            return Faults.http(Fault.NOT_JSON_TYPE, "Content-Type must be application/json.");
        }
        if (!accepts(headers, "application/json") && !accepts(headers, "text/event-stream")) {
            return Faults.http(Fault.NOT_ACCEPTABLE, "Accept must name application/json and text/event-stream.");
        }
        return null;
    }

    /** Why the request is refused whatever it asks for; null if it is not. */
    static @Nullable Answer unseen(HttpServerRequest request, Gate gate) {
        String origin = request.headers().get(HttpHeaders.ORIGIN);
        Gate.Refusal refusal = gate.refusal(request, origin);
        if (refusal == null && origin != null) {
            CrossOrigin.welcome(request, origin);
        }
        return switch (refusal) {
            case null -> null;
            case HOST -> Faults.http(Fault.BAD_HOST, refusal.words());
            case ORIGIN -> Faults.http(Fault.BAD_ORIGIN, refusal.words());
        };
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.regionMatches(true, 0, "application/json", 0, 16)
                && (contentType.length() == 16 || contentType.charAt(16) == ';' || contentType.charAt(16) == ' ');
    }

    /** Whether answers of this type are welcome; without an Accept header all are. */
    static boolean accepts(MultiMap headers, String type) {
        String accept = headers.get(HttpHeaders.ACCEPT);
        return accept == null || names(accept, type) || accept.contains("*/*");
    }

    /** Whether the header names the type itself, not only a wildcard for it. */
    static boolean acceptsExplicitly(MultiMap headers, String type) {
        String accept = headers.get(HttpHeaders.ACCEPT);
        return accept != null && names(accept, type);
    }

    private static boolean names(String accept, String type) {
        return accept.contains(type) || accept.toLowerCase(Locale.ROOT).contains(type);
    }
}
