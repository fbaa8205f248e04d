package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.JsonBytes;
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
 * @param tie absent if it has nothing to do with a task of the legacy era
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
        @Nullable TaskTie tie,
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
            case "tools/list",
                    "prompts/list",
                    "resources/list",
                    "resources/templates/list",
                    "resources/read",
                    "ping",
                    "tasks/get" -> true;
            default -> false;
        };
    }

    /** The legacy session that it must be made in; null if any will do. */
    @Nullable
    String session() {
        return tie == null ? null : tie.session();
    }

    /** The same call with other params. */
    public UpstreamCall with(Buffer otherParams) {
        return new UpstreamCall(
                method,
                name,
                otherParams,
                meta,
                timeoutMillis,
                traceparent,
                paramHeaders,
                abilities,
                tie,
                forwardedHeaders);
    }

    /**
     * The same call with more in its params, as the next round of an exchange has it.
     *
     * @param members of a JSON object, without its braces
     */
    public UpstreamCall saying(byte[] members) {
        byte[] before = params.getBytes();
        return with(new JsonBytes(before.length + members.length)
                .append('{')
                .append(members)
                .append(',')
                .append(before, before.length == 0 ? 0 : 1, before.length)
                .toBuffer());
    }

    /** Another call on behalf of the same agent, in the same session. */
    public UpstreamCall followedBy(String otherMethod, Buffer otherParams) {
        return new UpstreamCall(
                otherMethod,
                name,
                otherParams,
                null,
                timeoutMillis,
                traceparent,
                paramHeaders,
                abilities,
                tie,
                forwardedHeaders);
    }

    /** A call that has nothing to do with a task of the legacy era, to a server that is given no header of the agent's request. */
    public UpstreamCall(
            String method,
            @Nullable String name,
            Buffer params,
            @Nullable Buffer meta,
            long timeoutMillis,
            @Nullable String traceparent,
            Map<String, String> paramHeaders,
            ClientAbilities abilities) {
        this(method, name, params, meta, timeoutMillis, traceparent, paramHeaders, abilities, null, Map.of());
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
