package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.stream.EventName;
import dev.tollgate.gateway.edge.stream.EventText;
import dev.tollgate.gateway.edge.stream.KeptStream;
import dev.tollgate.gateway.edge.stream.KeptStreams;
import dev.tollgate.gateway.edge.stream.SseLine;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * The streams of calls that clients lost and come for again, had here or from the gateway that makes the call. Where the
 * rest cannot be had the request that began the stream is answered with an error, so that nobody waits for it for ever.
 */
final class Resumptions {
    private static final long RETRY_MILLIS = 1_000;

    private final KeptStreams streams;
    private final Peers peers;
    private final EdgeMetrics metrics;

    Resumptions(KeptStreams streams, Peers peers, EdgeMetrics metrics) {
        this.streams = streams;
        this.peers = peers;
        this.metrics = metrics;
    }

    /**
     * Goes on with the stream of a call, for a client that hears streams.
     *
     * @param last the event that the client had last
     */
    void resume(Caller caller, EventName.OfCall stream, EventName last, HttpReply reply) {
        if (last.last()) {
            reply.answer(Answer.NO_MORE);
            return;
        }
        if (streams.isOwn(stream)) {
            SseLine line = reply.handOver();
            KeptStream kept = streams.find(stream);
            if (kept == null) {
                gone(stream, last, line);
            } else {
                kept.resume(last.number(), line, () -> gone(stream, last, line));
            }
        } else if (caller.headers().contains(Peers.FORWARDED_BY)) {
            gone(stream, last, reply.handOver());
        } else {
            elsewhere(caller, stream, last, reply);
        }
    }

    private void elsewhere(Caller caller, EventName.OfCall stream, EventName last, HttpReply reply) {
        String path = caller.group() == null ? McpEndpoint.PATH : McpEndpoint.GROUP_PATH + caller.group();
        peers.follow(stream.url(), path, caller.headers(), reply.response(), status -> {
            if (status == Fault.NOT_SERVED.httpStatus()) {
                reply.answer(Faults.http(Fault.NOT_SERVED, "The gateway that makes this call is about to stop.")
                        .retryAfterMillis(RETRY_MILLIS));
            } else {
                gone(stream, last, reply.handOver());
            }
        });
    }

    private void gone(EventName.OfCall stream, EventName last, SseLine line) {
        metrics.refused("resumption");
        byte[] id = stream.requestId().getBytes(StandardCharsets.UTF_8);
        byte[] error = RpcSplice.errorObject(
                Fault.NO_ANSWER.code(),
                "What follows on this stream is not kept, or its gateway is gone. The request may have had its effect;"
                        + " its answer cannot be had any more.",
                null);
        Buffer answer = RpcSplice.error(id, new Span(0, id.length), error).toBuffer();
        line.end(EventText.of(answer, last.closing()));
    }
}
