package dev.tollgate.gateway.upstream;

import java.time.Instant;

/**
 * What went wrong last with an upstream.
 *
 * @param message one sentence, without addresses or secrets
 */
public record LastFailure(UpstreamReply.Stage stage, UpstreamReply.Kind kind, String message, Instant at) {}
