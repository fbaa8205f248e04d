package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.ParamHeader;
import io.vertx.core.MultiMap;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A modern request's headers must say what its body says (2026-07-28, Streamable HTTP, "Server Validation"): whatever
 * stands before the gateway may have decided by the headers.
 */
final class HeaderMatch {
    private static final String SENTINEL = "=?base64?";
    private static final String SENTINEL_END = "?=";
    /** Short ones without an exponent, which is all that a header's integer may be. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    private static final Members.Wanted URI = Members.Wanted.of("uri");

    private HeaderMatch() {}

    /** What does not match, in words; null if all does. */
    static @Nullable String mismatch(MultiMap headers, RpcMessage message, String method, String revision)
            throws MalformedJson {
        String version = headers.get(Headers.PROTOCOL_VERSION);
        if (!revision.equals(version)) {
            return describe("MCP-Protocol-Version", version, "its _meta");
        }
        String headerMethod = headers.get(Headers.MCP_METHOD);
        if (!method.equals(headerMethod)) {
            return describe("Mcp-Method", headerMethod, "its method");
        }
        return switch (method) {
            case "tools/call", "prompts/get" -> unnamed(headers, message.string(message.name()), "params.name");
            case "resources/read" -> unnamed(headers, uri(message), "params.uri");
            case "tasks/get", "tasks/update", "tasks/cancel" ->
                unnamed(headers, message.string(TaskCalls.idIn(message)), "params.taskId");
            default -> null;
        };
    }

    private static @Nullable String unnamed(MultiMap headers, @Nullable String name, String member) {
        String header = headers.get(Headers.MCP_NAME);
        return name == null || header != null && name.equals(decode(header))
                ? null
                : describe("Mcp-Name", header, member);
    }

    private static @Nullable String uri(RpcMessage message) throws MalformedJson {
        Span params = message.params();
        return params == null
                ? null
                : message.string(Members.read(message.bytes(), params, URI).get(0));
    }

    /** What does not match of the arguments that the tool wants repeated in headers; null if all does. */
    static @Nullable String mismatch(MultiMap headers, RpcMessage message, List<ParamHeader> wanted) {
        for (ParamHeader each : wanted) {
            String value = headers.get(each.name());
            String argument;
            try {
                argument = argument(message, each.path());
            } catch (MalformedJson e) {
                return "Header mismatch: an argument that " + each.name() + " repeats occurs twice";
            }
            String decoded = value == null ? null : decode(value);
            if (!(argument == null ? value == null : decoded != null && same(decoded, argument))) {
                return describe(each.name(), value, "its argument");
            }
        }
        return null;
    }

    /** The arguments that the tool wants repeated, by their headers; one that is null, occurs twice or is absent is not. */
    static Map<String, String> repeated(RpcMessage message, List<ParamHeader> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<String, String> repeated = new HashMap<>();
        for (ParamHeader each : wanted) {
            try {
                String argument = argument(message, each.path());
                if (argument != null) {
                    repeated.put(each.name(), argument);
                }
            } catch (MalformedJson e) {
                // Only an agent of the legacy era gets here with it; the upstream says what it misses.
                continue;
            }
        }
        return repeated;
    }

    /** The argument as its header would have it; null if there is none, or nothing that a header could repeat. */
    private static @Nullable String argument(RpcMessage message, List<String> path) throws MalformedJson {
        Span at = message.arguments();
        for (String name : path) {
            if (at == null || !message.isObject(at)) {
                return null;
            }
            at = Members.read(message.bytes(), at, Members.Wanted.of(name)).get(0);
        }
        if (at == null) {
            return null;
        }
        return switch (message.bytes()[at.start()]) {
            case '"' -> message.string(at);
            case '{', '[', 'n' -> null;
            default -> at.text(message.bytes());
        };
    }

    /** Numbers are compared as such: 42.0 repeats 42. */
    private static boolean same(String header, String argument) {
        if (header.equals(argument)) {
            return true;
        }
        if (!NUMBER.matcher(header).matches() || !NUMBER.matcher(argument).matches()) {
            return false;
        }
        return new BigDecimal(header).compareTo(new BigDecimal(argument)) == 0;
    }

    private static String describe(String header, @Nullable String value, String counterpart) {
        return value == null
                ? "Header mismatch: " + header + " is missing; it must repeat " + counterpart
                : "Header mismatch: " + header + " does not repeat " + counterpart;
    }

    /** Null if it announces Base64 and is not. */
    private static @Nullable String decode(String value) {
        if (!value.startsWith(SENTINEL)
                || !value.endsWith(SENTINEL_END)
                || value.length() < SENTINEL.length() + SENTINEL_END.length()) {
            return value;
        }
        String encoded = value.substring(SENTINEL.length(), value.length() - SENTINEL_END.length());
        if (encoded.length() % 4 != 0) {
            // Java's decoder would do without the padding.
            return null;
        }
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
