package dev.tollgate.gateway.edge;

/** Everything that is answered with a JSON-RPC error of ours: the one place where codes and HTTP statuses are chosen. */
enum Fault {
    NOT_JSON(-32700, 400, 400),
    INVALID_REQUEST(-32600, 400, 400),
    UNKNOWN_METHOD(-32601, 200, 404),
    INVALID_PARAMS(-32602, 200, 200),
    /** In the legacy era a code of its own. */
    NO_SUCH_RESOURCE(-32602, 200, 200),
    /** A modern request without the {@code _meta} that it must carry. */
    MISSING_META(-32602, 400, 400),
    /** The client must declare what it does not (2026-07-28). */
    LACKS_CAPABILITY(-32021, 200, 400),
    HEADER_MISMATCH(-32020, 400, 400),
    UNSUPPORTED_REVISION(-32022, 400, 400),
    /** The caller may come back: the message and Retry-After say when. */
    NOT_NOW(-32603, 200, 200),
    /** A limit lets the call through later, if at all: {@code data} says which and when. A legacy client takes no error of HTTP for an answer. */
    OVER_LIMIT(-32603, 200, 429),
    /** The caller's own connection to the server is missing, or does not serve: the message says what its person has to do. */
    NOT_CONNECTED(-32603, 200, 200),
    /** The same for a client that sends its person to an address (2025-11-25). */
    URL_ELICITATION_REQUIRED(-32042, 200, 200),
    /** An upstream gave no answer that could be passed on. */
    NO_ANSWER(-32603, 200, 200),
    /** A bug of ours. */
    INTERNAL(-32603, 500, 500),
    /** The gateway is about to stop; nothing was done. */
    LEAVING(-32603, 503, 503),
    /** What is asked without a message is not answered now. */
    NOT_SERVED(-32603, 503, 503),
    BAD_HEADER(-32600, 400, 400),
    BAD_TARGET(-32600, 400, 400),
    NO_SUCH_PATH(-32600, 404, 404),
    /** The client is to begin anew. */
    NO_SUCH_SESSION(-32600, 404, 404),
    /** Not 404, upon which a client would begin another session. */
    NO_SUCH_EVENT(-32600, 400, 400),
    /** An answer that nobody waits for. */
    NO_SUCH_QUESTION(-32600, 400, 400),
    UNAUTHORIZED(-32600, 401, 401),
    BAD_ORIGIN(-32600, 403, 403),
    INSUFFICIENT_SCOPE(-32600, 403, 403),
    METHOD_NOT_ALLOWED(-32600, 405, 405),
    NOT_ACCEPTABLE(-32600, 406, 406),
    BODY_TOO_SLOW(-32600, 408, 408),
    BODY_TOO_LARGE(-32600, 413, 413),
    NOT_JSON_TYPE(-32600, 415, 415),
    /** Asked of a host that this is not known to be. */
    BAD_HOST(-32600, 421, 421);

    private static final int LEGACY_NO_SUCH_RESOURCE = -32002;

    private final int code;
    private final int legacyStatus;
    private final int modernStatus;

    Fault(int code, int legacyStatus, int modernStatus) {
        this.code = code;
        this.legacyStatus = legacyStatus;
        this.modernStatus = modernStatus;
    }

    int code() {
        return code;
    }

    int code(Era era) {
        return this == NO_SUCH_RESOURCE && era == Era.LEGACY ? LEGACY_NO_SUCH_RESOURCE : code;
    }

    int httpStatus(Era era) {
        return switch (era) {
            case LEGACY -> legacyStatus;
            case MODERN -> modernStatus;
        };
    }

    /** Before the body is read there is no era; what is refused there has one status for both. */
    int httpStatus() {
        return legacyStatus;
    }
}
