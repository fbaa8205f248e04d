package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import org.jspecify.annotations.Nullable;

/** Faults as answers. Messages say what to do, and never whether a tool or key exists that the caller may not know of. */
final class Faults {
    private static final String LACKS_CAPABILITY = "-32021";
    private static final Members.Wanted CODE = Members.Wanted.of("code");
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
        return of(request, fault.httpStatus(era), RpcSplice.errorObject(fault.code(era), message, data));
    }

    /**
     * @param error a JSON-RPC error object
     */
    static Answer of(RpcMessage request, int httpStatus, byte[] error) {
        Span id = request.hasUsableId() ? request.id() : null;
        return Answer.of(httpStatus, RpcSplice.error(request.bytes(), id, error).toBuffer());
    }

    /**
     * The HTTP status under which a server's own error goes on: the modern era has one for a client that lacks a
     * capability (-32021).
     *
     * @param error a JSON-RPC error object
     */
    static int statusOfForeign(byte[] error, Era era) {
        return era == Era.MODERN && LACKS_CAPABILITY.equals(code(error)) ? 400 : 200;
    }

    private static @Nullable String code(byte[] error) {
        try {
            Span code = Members.read(new JsonReader(error), CODE).get(0);
            return code == null ? null : code.text(error);
        } catch (MalformedJson e) {
            return null;
        }
    }
}
