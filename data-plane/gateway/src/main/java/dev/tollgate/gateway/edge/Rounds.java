package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.stream.KeptStreams;

/** What calls need beside their server, the same for all. */
record Rounds(
        Questions questions,
        RequestStates states,
        RunningCalls calls,
        LogFloors floors,
        KeptStreams streams,
        CallTokens tokens) {}
