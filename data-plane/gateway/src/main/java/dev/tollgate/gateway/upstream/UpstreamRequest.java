package dev.tollgate.gateway.upstream;

import io.vertx.core.buffer.Buffer;

/**
 * Something an upstream asks its client in the middle of a call. To be answered on the call's context by one of the two
 * answers, once; any later word, and any after the call's end, is ignored.
 */
public interface UpstreamRequest {
    /** {@code sampling/createMessage}, {@code elicitation/create} or {@code roots/list}. */
    String method();

    /** A JSON object, byte for byte, {@code {}} if none was sent; untrusted. */
    Buffer params();

    /**
     * @param result a JSON object
     */
    void result(Buffer result);

    /**
     * @param error a JSON-RPC error object
     */
    void error(Buffer error);
}
