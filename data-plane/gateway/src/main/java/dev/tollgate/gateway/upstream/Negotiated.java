package dev.tollgate.gateway.upstream;

import java.util.List;

/** What came of beginning a session. */
sealed interface Negotiated {
    record Ready(Session session) implements Negotiated {}

    /**
     * @param why an end to the sentence "The server x …"
     * @param httpStatus that the upstream answered with; 0 if it did not come to one
     * @param scopes that the token lacks; empty if it is not about that
     */
    record Failed(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why, int httpStatus, List<String> scopes)
            implements Negotiated {
        Failed(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
            this(kind, stage, why, 0, List.of());
        }
    }
}
