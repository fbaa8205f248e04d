package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.model.event.CallStatus;

/** What follows from a server's answer about a task. */
sealed interface Turn {
    /** The agent has its answer. */
    record Answered(CallStatus status, Answer answer) implements Turn {}

    /** The server must be asked more before the agent can have one. */
    record Asking(UpstreamCall next) implements Turn {}
}
