package dev.tollgate.gateway.upstream;

/** What came of beginning a session. */
sealed interface Negotiated {
    record Ready(Session session) implements Negotiated {}

    /** @param why an end to the sentence "The server x …" */
    record Failed(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) implements Negotiated {}
}
