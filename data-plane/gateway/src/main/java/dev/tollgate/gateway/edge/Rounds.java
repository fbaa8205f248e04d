package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.stream.KeptStreams;
import dev.tollgate.gateway.edge.stream.StreamKeeper;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.session.ClientSession;

/** What calls need beside their server, the same for all. */
record Rounds(
        Questions questions,
        RequestStates states,
        RunningCalls calls,
        LogFloors floors,
        KeptStreams streams,
        CallTokens tokens) {
    /** Keeps a call's stream if it is of a session, whose client can say who it is when it comes again. */
    StreamKeeper keeper(Asked asked, Attempt attempt) {
        ClientSession session = asked.caller().session();
        RunningCalls.Name name = RunningCalls.Name.of(asked);
        return (line, abandoned) -> session == null || name == null
                ? null
                : streams.open(attempt.key(), session, name.requestId(), line, abandoned);
    }
}
