package dev.tollgate.control.catalog;

import dev.tollgate.model.api.Tool.State;
import dev.tollgate.model.api.ToolApproval;
import java.util.Optional;

/**
 * Which definition of a tool agents are given. What was approved stays until an admin approves something else, whatever
 * the server says meanwhile.
 *
 * @param known the approved definition, or the one first seen while none is approved
 * @param approved whether {@code known} was ever approved
 * @param pending what the server says now, where it differs from {@code known}
 */
record ToolPin(State state, Definition known, boolean approved, Optional<Definition> pending) {
    static ToolPin first(Definition definition, ToolApproval approval) {
        return switch (approval) {
            case AUTO_NEW -> new ToolPin(State.APPROVED, definition, true, Optional.empty());
            case MANUAL -> new ToolPin(State.QUARANTINED, definition, false, Optional.empty());
        };
    }

    /** The server says this now. */
    ToolPin seen(Definition now) {
        boolean same = now.hash().equals(known.hash());
        State next = state == State.RETIRED ? State.RETIRED : same && approved ? State.APPROVED : State.QUARANTINED;
        return new ToolPin(next, known, approved, same ? Optional.empty() : Optional.of(now));
    }

    /** What an admin who approves accepts. */
    Definition offered() {
        return pending.orElse(known);
    }

    /** An admin accepts what the server says now. */
    ToolPin approve() {
        return new ToolPin(State.APPROVED, offered(), true, Optional.empty());
    }

    /** An admin takes the tool away from all agents. */
    ToolPin retire() {
        return new ToolPin(State.RETIRED, known, approved, pending);
    }

    /** Whether agents may see the tool, as {@code known}. */
    boolean served() {
        return approved && state != State.RETIRED;
    }
}
