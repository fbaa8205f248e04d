package dev.tollgate.gateway.upstream;

import java.time.Instant;

/**
 * What went wrong last with an upstream.
 *
 * @param httpStatus that it answered with; 0 if it did not come to one
 */
public record LastFailure(UpstreamReply.Stage stage, UpstreamReply.Kind kind, int httpStatus, Instant at) {}
