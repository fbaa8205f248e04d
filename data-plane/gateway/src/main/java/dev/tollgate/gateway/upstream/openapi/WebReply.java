package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.gateway.upstream.UpstreamReply;
import org.jspecify.annotations.Nullable;

/** What came of one HTTP request. */
sealed interface WebReply {
    /**
     * @param contentType as the service says; absent if it says none
     */
    record Answered(int status, String reason, @Nullable String contentType, byte[] body) implements WebReply {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /**
     * @param why an end to the sentence "The server x …"
     * @param httpStatus that was answered with; 0 if it did not come to one
     */
    record Failed(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why, long retryAfterMillis, int httpStatus)
            implements WebReply {
        Failed(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
            this(kind, stage, why, 0, 0);
        }

        /** Whether nothing was tried, because the circuit is open. */
        boolean isHeldBack() {
            return kind == UpstreamReply.Kind.UNAVAILABLE && retryAfterMillis > 0;
        }
    }
}
