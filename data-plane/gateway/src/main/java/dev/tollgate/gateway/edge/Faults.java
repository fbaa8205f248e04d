package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import org.jspecify.annotations.Nullable;

/** Faults as answers. Messages say what to do, and never whether a tool or key exists that the caller may not know of. */
final class Faults {
    private static final byte[] NOTHING = new byte[0];

    private Faults() {}

    /** Of a request as a whole, before or without a message. */
    static Answer http(Fault fault, String message) {
        byte[] error = RpcSplice.errorObject(fault.code(), message, null);
        return Answer.of(
                fault.httpStatus(), RpcSplice.error(NOTHING, null, error).toBuffer());
    }

    static Answer of(RpcMessage request, Era era, Fault fault, String message) {
        return of(request, era, fault, message, null);
    }

    /**
     * @param data a JSON value
     */
    static Answer of(RpcMessage request, Era era, Fault fault, String message, @Nullable String data) {
        return of(request, fault.httpStatus(era), RpcSplice.errorObject(fault.code(), message, data));
    }

    /**
     * @param error a JSON-RPC error object
     */
    static Answer of(RpcMessage request, int httpStatus, byte[] error) {
        Span id = request.hasUsableId() ? request.id() : null;
        return Answer.of(httpStatus, RpcSplice.error(request.bytes(), id, error).toBuffer());
    }
}
