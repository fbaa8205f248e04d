package dev.tollgate.model.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which headers of an agent's request a server may be given: those that a tenant names, but for what is not the server's to see or say. */
public final class ForwardedHeaders {
    public static final int NAMES_MAX = 16;
    public static final int NAME_CHARS_MAX = 64;

    /** RFC 9110, 5.6.2: a token. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final String CREDENTIAL = "it carries credentials of the agent, which are for Tollgate alone";
    private static final String CONNECTION = "it is about the connection and not about the request";
    private static final String PROTOCOL = "Tollgate says it itself in each request";
    private static final String ORIGIN =
            "it says where a request came from, which servers are to believe of Tollgate alone";

    private static final Set<String> CREDENTIALS = Set.of(
            "authorization", "proxy-authorization", "authentication-info", "x-api-key", "dpop", "cookie", "set-cookie");
    private static final Set<String> CONNECTIONS = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect");
    private static final Set<String> PROTOCOLS = Set.of(
            "host",
            "accept",
            "accept-encoding",
            "accept-charset",
            "user-agent",
            "traceparent",
            "last-event-id",
            "range");
    private static final Set<String> ORIGINS = Set.of("origin", "referer", "forwarded", "via", "x-real-ip");

    private ForwardedHeaders() {}

    /** Why a header of this name is never forwarded; empty if it may be. */
    public static Optional<String> refusal(String name) {
        if (name.length() > NAME_CHARS_MAX || !TOKEN.matcher(name).matches()) {
            return Optional.of("a header's name is 1 to " + NAME_CHARS_MAX + " letters, digits and dashes");
        }
        String why = why(name.toLowerCase(Locale.ROOT));
        return why == null ? Optional.empty() : Optional.of(name + " is never forwarded: " + why);
    }

    private static @Nullable String why(String name) {
        if (CREDENTIALS.contains(name) || name.startsWith("x-tollgate-") || name.startsWith("x-bf-")) {
            return CREDENTIAL;
        }
        if (CONNECTIONS.contains(name)) {
            return CONNECTION;
        }
        if (PROTOCOLS.contains(name)
                || name.startsWith("mcp-")
                || name.startsWith("content-")
                || name.startsWith("if-")) {
            return PROTOCOL;
        }
        return ORIGINS.contains(name) || name.startsWith("x-forwarded-") || name.startsWith("sec-") ? ORIGIN : null;
    }

    /** Why a server that is reached so is given no headers; empty if it may be. */
    public static Optional<String> refusal(Transport transport) {
        return switch (transport) {
            case Transport.Stdio _ ->
                Optional.of("a process on the gateway's host has no headers: one pipe serves the calls of all agents");
            case Transport.StreamableHttp _, Transport.Sse _, Transport.OpenApi _ -> Optional.empty();
        };
    }

    /** The names as they are compared and kept: in lower case, each once; absent if there are none. */
    static @Nullable List<String> checked(@Nullable List<String> names, Transport transport) {
        if (names == null || names.isEmpty()) {
            return null;
        }
        refusal(transport).ifPresent(ForwardedHeaders::refuse);
        names.forEach(name -> refusal(name).ifPresent(ForwardedHeaders::refuse));
        List<String> distinct = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (distinct.size() > NAMES_MAX) {
            refuse("a server is given at most " + NAMES_MAX + " headers");
        }
        return distinct;
    }

    private static void refuse(String why) {
        throw new IllegalArgumentException(why);
    }
}
