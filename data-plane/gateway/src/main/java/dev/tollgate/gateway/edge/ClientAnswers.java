package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.RpcMessage;

/** What clients answer to what they were asked in the middle of a call, taken here or by the gateway that asked. */
final class ClientAnswers {
    private final Questions questions;
    private final Peers peers;
    private final EdgeMetrics metrics;

    ClientAnswers(Questions questions, Peers peers, EdgeMetrics metrics) {
        this.questions = questions;
        this.peers = peers;
        this.metrics = metrics;
    }

    void take(Caller caller, RpcMessage message, Reply reply) {
        switch (questions.take(caller.key(), message)) {
            case Questions.Place.Here _ -> reply.answer(Answer.ACCEPTED);
            case Questions.Place.There there -> {
                if (caller.headers().contains(Peers.FORWARDED_BY)) {
                    nowhere(reply);
                    return;
                }
                peers.send(there.url(), caller.headers(), message.bytes(), status -> {
                    if (status == Answer.ACCEPTED.httpStatus()) {
                        reply.answer(Answer.ACCEPTED);
                    } else {
                        nowhere(reply);
                    }
                });
            }
            case Questions.Place.Nowhere _ -> nowhere(reply);
        }
    }

    private void nowhere(Reply reply) {
        metrics.refused("answer");
        reply.answer(Faults.http(
                Fault.NO_SUCH_QUESTION,
                "Nobody waits for this answer: what it was asked for has ended, or it was never asked."));
    }
}
