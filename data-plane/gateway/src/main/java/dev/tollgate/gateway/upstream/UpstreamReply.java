package dev.tollgate.gateway.upstream;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a call ended. Everything in a result or error is the upstream's word and untrusted. */
public sealed interface UpstreamReply {
    /**
     * @param result the JSON value of the response's {@code result}, byte for byte
     * @param isError whether the result says {@code "isError": true}
     * @param resultType as the result says; absent from an upstream of the era before 2026-07-28
     */
    record Result(Buffer result, boolean isError, @Nullable String resultType) implements UpstreamReply {}

    /**
     * The upstream answered with a JSON-RPC error.
     *
     * @param error the JSON object of the response's {@code error}, byte for byte
     */
    record Error(Buffer error) implements UpstreamReply {}

    /**
     * There is no answer.
     *
     * @param message one sentence for an agent that names the server, without addresses or secrets
     * @param retryAfterMillis when another attempt makes sense; 0 if nothing is known
     * @param httpStatus that the upstream answered with instead; 0 if it did not come to one
     * @param scopes that the token lacks, as the upstream says; empty if it is not about that
     */
    record Failure(Kind kind, Stage stage, String message, long retryAfterMillis, int httpStatus, List<String> scopes)
            implements UpstreamReply {
        public Failure {
            scopes = List.copyOf(scopes);
        }

        /** A failure that has nothing to do with scopes. */
        public Failure(Kind kind, Stage stage, String message, long retryAfterMillis, int httpStatus) {
            this(kind, stage, message, retryAfterMillis, httpStatus, List.of());
        }

        /** A failure without an HTTP status. */
        public Failure(Kind kind, Stage stage, String message, long retryAfterMillis) {
            this(kind, stage, message, retryAfterMillis, 0);
        }

        /** A failure at the stage that its kind speaks of as a rule. */
        public Failure(Kind kind, String message, long retryAfterMillis) {
            this(kind, stage(kind), message, retryAfterMillis);
        }

        /** The same, at another stage. */
        public Failure at(Stage other) {
            return new Failure(kind, other, message, retryAfterMillis, httpStatus, scopes);
        }

        private static Stage stage(Kind kind) {
            return switch (kind) {
                case UNAVAILABLE, OVERLOADED -> Stage.CONNECT;
                case UNREACHABLE -> Stage.INITIALIZE;
                case TIMEOUT, BROKEN, TOO_LARGE -> Stage.CALL;
            };
        }
    }

    /** How many bytes the upstream answered with. */
    static int bytes(UpstreamReply reply) {
        return switch (reply) {
            case Result result -> result.result().length();
            case Error error -> error.error().length();
            case Failure _ -> 0;
        };
    }

    /** How far the way to the upstream was gone. */
    enum Stage {
        /** Whether the address or command is allowed. */
        ADDRESS,
        /** Finding the host's address. */
        RESOLVE,
        CONNECT,
        TLS,
        /** Beginning a session. */
        INITIALIZE,
        CALL
    }

    /** Why there is no answer. */
    enum Kind {
        /** Not sent: the circuit is open, the address or command is not allowed, or the process cannot be started. */
        UNAVAILABLE,
        /** Not sent: as many calls as the bounds allow are under way or waiting. */
        OVERLOADED,
        /** Not sent: no connection, or the upstream would not begin a session. */
        UNREACHABLE,
        /** No answer in time; the upstream may have acted. */
        TIMEOUT,
        /** The answer broke off or was no answer to the call; the upstream may have acted. */
        BROKEN,
        /** The answer exceeded a bound; the upstream has acted. */
        TOO_LARGE
    }
}
