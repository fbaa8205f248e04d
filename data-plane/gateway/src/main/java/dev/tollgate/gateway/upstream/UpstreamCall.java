package dev.tollgate.gateway.upstream;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC request for an upstream.
 *
 * @param name what the params name (tool, prompt, resource URI), as the upstream knows it; absent for a method without
 * @param params a JSON object to send as it is, without a {@code _meta} member
 * @param meta the agent's {@code _meta} object as it sent it, absent if it sent none. What it says of its own protocol is
 *     left out upstream, and its progress token is replaced for the way up and put back on the way down
 * @param timeoutMillis from now to the reply, connecting and negotiating included
 * @param traceparent W3C trace context to hand on
 * @param paramHeaders arguments that an upstream of the modern era wants repeated in headers, by the header's name, as they
 *     are before any encoding
 * @param abilities what the agent's client can do for the upstream in the middle of the call
 * @param forwardedHeaders headers of the agent's request that the upstream is given, by name in lower case; a process, which
 *     has no headers, is given none
 */
public record UpstreamCall(
        String method,
        @Nullable String name,
        Buffer params,
        @Nullable Buffer meta,
        long timeoutMillis,
        @Nullable String traceparent,
        Map<String, String> paramHeaders,
        ClientAbilities abilities,
        Map<String, String> forwardedHeaders) {
    public UpstreamCall {
        paramHeaders = Map.copyOf(paramHeaders);
        forwardedHeaders = Map.copyOf(forwardedHeaders);
        if (timeoutMillis < 1) {
            throw new IllegalArgumentException("a call has time, not " + timeoutMillis + " ms");
        }
    }

    /** Whether it does no harm to make it twice. */
    boolean isWithoutEffect() {
        return switch (method) {
            case "tools/list", "prompts/list", "resources/list", "resources/templates/list", "resources/read", "ping" ->
                true;
            default -> false;
        };
    }

    /** The same call with other params. */
    public UpstreamCall with(Buffer otherParams) {
        return new UpstreamCall(
                method, name, otherParams, meta, timeoutMillis, traceparent, paramHeaders, abilities, forwardedHeaders);
    }

    /** A call to a server that is given no header of the agent's request. */
    public UpstreamCall(
            String method,
            @Nullable String name,
            Buffer params,
            @Nullable Buffer meta,
            long timeoutMillis,
            @Nullable String traceparent,
            Map<String, String> paramHeaders,
            ClientAbilities abilities) {
        this(method, name, params, meta, timeoutMillis, traceparent, paramHeaders, abilities, Map.of());
    }

    /** A call of an agent whose client can do nothing for the upstream. */
    public UpstreamCall(
            String method,
            @Nullable String name,
            Buffer params,
            @Nullable Buffer meta,
            long timeoutMillis,
            @Nullable String traceparent,
            Map<String, String> paramHeaders) {
        this(method, name, params, meta, timeoutMillis, traceparent, paramHeaders, ClientAbilities.NONE);
    }

    /** Such a call that repeats no argument in a header. */
    public UpstreamCall(
            String method,
            @Nullable String name,
            Buffer params,
            @Nullable Buffer meta,
            long timeoutMillis,
            @Nullable String traceparent) {
        this(method, name, params, meta, timeoutMillis, traceparent, Map.of());
    }
}
