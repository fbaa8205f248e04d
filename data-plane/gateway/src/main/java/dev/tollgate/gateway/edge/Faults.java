package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Target;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Faults as answers. Messages say what to do, and never whether a tool or key exists that the caller may not know of. */
final class Faults {
    private static final String LACKS_CAPABILITY = "-32021";
    private static final String INVALID_PARAMS = "-32602";
    private static final String NO_RESOURCE = "-32002";
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

    /** Of a call that was made, and that must not be answered. */
    static Answer unrecorded(RpcMessage request) {
        byte[] error = RpcSplice.errorObject(
                Fault.NOT_NOW.code(),
                "The call was made, but Tollgate could not record it and withholds its result. It may have had its"
                        + " effect.",
                null);
        return of(request, 200, error);
    }

    /** Of a server whose result is none that can be passed on. */
    static Answer wrong(Asked asked, Target target, String what) {
        String words = "Server " + target.server().name() + " answered with a " + what + ".";
        return of(asked.message(), asked.era(), Fault.NO_ANSWER, words);
    }

    /**
     * A server's own error as the agent's era has it: the modern one has a status for a client that lacks a capability
     * (-32021), and no code of its own for a resource that is not there (-32002).
     *
     * @param error a JSON-RPC error object
     */
    static Answer foreign(RpcMessage request, Era era, byte[] error) {
        String code = era == Era.MODERN ? code(error) : null;
        if (LACKS_CAPABILITY.equals(code)) {
            return of(request, 400, error);
        }
        boolean old = NO_RESOURCE.equals(code);
        return of(request, 200, old ? recoded(error, Fault.NO_SUCH_RESOURCE.code(era)) : error);
    }

    /** Whether a server's error says that it cannot do anything with the params. */
    static boolean isInvalidParams(byte[] error) {
        return INVALID_PARAMS.equals(code(error));
    }

    private static byte[] recoded(byte[] error, int code) {
        try {
            Span at = Objects.requireNonNull(
                    Members.read(new JsonReader(error), CODE).get(0), "it was read before");
            byte[] number = Integer.toString(code).getBytes(StandardCharsets.US_ASCII);
            return new JsonEdit(error, new Span(0, error.length))
                    .replace(at, number)
                    .apply()
                    .toBytes();
        } catch (MalformedJson e) {
            return error;
        }
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
