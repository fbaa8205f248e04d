package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.model.oauth.Scopes;
import org.jspecify.annotations.Nullable;

/** What an upstream's HTTP status means for a call. */
final class HttpStatus {
    private static final int NO_SUCH_SESSION = -32001;
    private static final int SERVER_ERROR = -32000;
    private static final int UNSUPPORTED_VERSION = -32022;

    private HttpStatus() {}

    /**
     * Whether the upstream refused the call only because it does not know the session (404 by the specification, 400 by
     * the reference implementation) or no longer speaks the revision; it has not carried it out then.
     */
    static boolean asksForNewSession(HttpOutcome outcome, Session session) {
        if (!(outcome instanceof HttpOutcome.Rejected rejected)) {
            return false;
        }
        int code = code(rejected.error());
        if (code == UNSUPPORTED_VERSION) {
            return true;
        }
        boolean aboutSession = code == 0 || code == SERVER_ERROR || code == NO_SUCH_SESSION;
        return session.id() != null && aboutSession && (rejected.status() == 404 || rejected.status() == 400);
    }

    /** Whether the upstream says that it does not speak the revision it was asked in. */
    static boolean isAboutVersion(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Answered answered -> code(answered.message()) == UNSUPPORTED_VERSION;
            case HttpOutcome.Rejected rejected -> code(rejected.error()) == UNSUPPORTED_VERSION;
            case HttpOutcome.Accepted _,
                    HttpOutcome.Unsent _,
                    HttpOutcome.Interrupted _,
                    HttpOutcome.Broken _,
                    HttpOutcome.TooLarge _ -> false;
        };
    }

    /** Whether an upstream may answer so to a method it does not know; 401, 500 and the like speak of something else. */
    static boolean mayNotUnderstand(int status) {
        return status == 400 || status == 404 || status == 405 || status == 406 || status == 422;
    }

    private static int code(@Nullable RpcMessage error) {
        return error == null ? 0 : IncomingMessage.errorCode(error);
    }

    static UpstreamReply.Kind kind(int status) {
        return status < 500 ? UpstreamReply.Kind.UNREACHABLE : UpstreamReply.Kind.BROKEN;
    }

    static String why(HttpOutcome.Rejected rejected) {
        if (!rejected.scopes().isEmpty()) {
            return "asks for more than its credential was given: " + Scopes.words(rejected.scopes()) + " (HTTP status "
                    + rejected.status() + ")";
        }
        return switch (rejected.status()) {
            case 401, 403 -> "refused the gateway's credentials (HTTP status " + rejected.status() + ")";
            case 301, 302, 303, 307, 308 -> "answered with a redirect, which is not followed";
            default -> "answered with HTTP status " + rejected.status();
        };
    }
}
