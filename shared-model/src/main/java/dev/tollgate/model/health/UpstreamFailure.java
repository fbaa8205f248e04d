package dev.tollgate.model.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that an upstream left without an answer.
 *
 * @param httpStatus that it answered with instead; absent if it did not come to one
 */
public record UpstreamFailure(
        FailureStage stage, FailureCause cause, @Nullable Integer httpStatus, Instant at) {
    private static final int HTTP_STATUS_MIN = 100;
    private static final int HTTP_STATUS_MAX = 999;

    public UpstreamFailure {
        if (httpStatus != null && (httpStatus < HTTP_STATUS_MIN || httpStatus > HTTP_STATUS_MAX)) {
            throw new IllegalArgumentException("an HTTP status has three digits, not " + httpStatus);
        }
    }

    /** What happened, as an end to the sentence "The server …"; made of the codes alone. */
    public String words() {
        if (httpStatus != null) {
            return "answered with HTTP status " + httpStatus;
        }
        return switch (cause) {
            case UNAVAILABLE ->
                stage == FailureStage.ADDRESS
                        ? "has an address or a command that is not allowed"
                        : "could not be started, or is not called at present";
            case OVERLOADED -> "has as many calls waiting as it may have";
            case UNREACHABLE -> unreachable();
            case TIMEOUT ->
                stage == FailureStage.HANDSHAKE ? "did not begin a session in time" : "did not answer in time";
            case BROKEN -> "broke off, or sent no answer to the call";
            case TOO_LARGE -> "answered with more than is taken";
        };
    }

    private String unreachable() {
        return switch (stage) {
            case RESOLVE -> "has a host name that is not found";
            case TLS -> "could not be reached over a secure connection";
            case HANDSHAKE -> "would not begin a session";
            case ADDRESS, CONNECT -> "could not be connected to";
            case CALL -> "refused the call";
        };
    }
}
