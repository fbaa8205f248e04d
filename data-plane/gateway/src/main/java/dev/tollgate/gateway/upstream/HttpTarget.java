package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the requests to one URL look: the address that passed the gate is dialled, the URL's host is named. */
final class HttpTarget {
    private static final CharSequence PROTOCOL_VERSION = HttpHeaders.createOptimized("mcp-protocol-version");
    private static final CharSequence METHOD = HttpHeaders.createOptimized("mcp-method");
    private static final CharSequence NAME = HttpHeaders.createOptimized("mcp-name");
    private static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence JSON_OR_EVENTS =
            HttpHeaders.createOptimized("application/json, text/event-stream");
    private static final CharSequence EVENTS = HttpHeaders.createOptimized("text/event-stream");
    private static final CharSequence LAST_EVENT_ID = HttpHeaders.createOptimized("last-event-id");
    private static final CharSequence USER_AGENT = HttpHeaders.createOptimized("tollgate/0.1");

    /** Of all headers that repeat arguments; common servers take 8 KiB of headers in all, some 16. */
    static final int PARAM_HEADER_CHARS_MAX = 8 * 1024;

    static final String TOO_MUCH_TO_REPEAT =
            "wants arguments repeated in headers, and they have more than " + PARAM_HEADER_CHARS_MAX + " characters";

    private final String host;
    private final boolean tls;
    private final String path;
    private final UpstreamHeaders credential;
    /** The address dialled last, in the form that the client wants; nearly always the next one too. */
    private volatile @Nullable Server last;

    private record Server(AddressGate.Verdict.Dial dial, SocketAddress address) {}

    HttpTarget(URI url, String host, UpstreamHeaders credential) {
        this.credential = credential;
        this.host = host;
        this.tls = "https".equals(url.getScheme());
        String rawPath = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        this.path = url.getRawQuery() == null ? rawPath : rawPath + "?" + url.getRawQuery();
    }

    /** A request in the session; without one, the request that begins it. */
    RequestOptions request(HttpMethod method, AddressGate.Verdict.Dial dial, @Nullable Session session) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setServer(server(dial))
                .setHost(host)
                .setPort(dial.port())
                .setSsl(tls)
                .setURI(path)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(HttpHeaders.ACCEPT, JSON_OR_EVENTS)
                .putHeader(HttpHeaders.USER_AGENT, USER_AGENT);
        if (session != null) {
            options.putHeader(PROTOCOL_VERSION, session.revision());
            if (session.id() != null) {
                options.putHeader(HttpExchange.SESSION_ID, session.id());
            }
        }
        credential.putInto(options);
        return options;
    }

    private SocketAddress server(AddressGate.Verdict.Dial dial) {
        Server known = last;
        if (known != null && known.dial.equals(dial)) {
            return known.address;
        }
        SocketAddress address =
                SocketAddress.inetSocketAddress(dial.port(), dial.address().getHostAddress());
        last = new Server(dial, address);
        return address;
    }

    /** A GET for a stream of events: the session's own, or the rest of the one that had this event. */
    RequestOptions stream(AddressGate.Verdict.Dial dial, Session session, @Nullable String lastEventId) {
        RequestOptions options = request(HttpMethod.GET, dial, session);
        options.getHeaders().remove(HttpHeaders.CONTENT_TYPE).set(HttpHeaders.ACCEPT, EVENTS);
        if (lastEventId != null) {
            options.putHeader(LAST_EVENT_ID, lastEventId);
        }
        return options;
    }

    /**
     * Says beside a call what belongs in headers.
     *
     * @return false if that is more than headers may hold
     */
    static boolean head(RequestOptions options, UpstreamCall call, Session with) {
        trace(options, call.traceparent());
        handOn(options, call.forwardedHeaders());
        if (!with.isModern()) {
            return true;
        }
        describe(options, call.method(), call.name());
        return repeat(options, call.paramHeaders());
    }

    /** What the modern era wants said in headers too. */
    static void describe(RequestOptions options, String method, @Nullable String name) {
        options.putHeader(PROTOCOL_VERSION, Session.MODERN).putHeader(METHOD, method);
        if (name != null) {
            options.putHeader(NAME, headerValue(name));
        }
    }

    /**
     * Repeats arguments in headers as the modern era wants it.
     *
     * @return false if they are more than headers may hold
     */
    static boolean repeat(RequestOptions options, Map<String, String> paramHeaders) {
        int chars = 0;
        for (Map.Entry<String, String> each : paramHeaders.entrySet()) {
            String value = headerValue(each.getValue());
            chars += each.getKey().length() + value.length();
            if (chars > PARAM_HEADER_CHARS_MAX) {
                return false;
            }
            options.putHeader(each.getKey(), value);
        }
        return true;
    }

    /** The headers of the agent's request that its server is given. What is said already stands: its credential above all. */
    static void handOn(RequestOptions options, Map<String, String> forwardedHeaders) {
        forwardedHeaders.forEach((name, value) -> {
            if (!options.getHeaders().contains(name)) {
                options.putHeader(name, value);
            }
        });
    }

    static void trace(RequestOptions options, @Nullable String traceparent) {
        if (traceparent != null) {
            options.putHeader(TRACEPARENT, traceparent);
        }
    }

    /** As it is, if it is plain; else in the form that the revision has for names which no header may hold. */
    static String headerValue(String name) {
        boolean plain = !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 127 || c == ' ')
                && name.equals(name.strip())
                && !name.startsWith("=?");
        return plain
                ? name
                : "=?base64?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
