package dev.tollgate.control.catalog;

import dev.tollgate.model.api.Tool.State;
import java.util.Optional;

/**
 * Which definition of a tool agents are given. What was approved stays until something else is, whatever the server says
 * meanwhile; what was rejected waits no more, as long as the server says the same.
 *
 * @param known the approved definition, or the one first seen while none is approved
 * @param approved whether {@code known} was ever approved
 * @param pending what the server says now, where it differs from {@code known} and was not rejected
 * @param rejected the hash of the definition that was rejected last. A tool of which nothing was ever approved is retired
 *     by that until the server says something else; one that an admin retired has none
 */
record ToolPin(
        State state, Definition known, boolean approved, Optional<Definition> pending, Optional<String> rejected) {
    /** A tool that was never seen before waits. */
    static ToolPin first(Definition definition) {
        return new ToolPin(State.QUARANTINED, definition, false, Optional.empty(), Optional.empty());
    }

    /** The server says this now. */
    ToolPin seen(Definition now) {
        boolean same = now.hash().equals(known.hash());
        boolean turnedDown = isRejected(now.hash());
        boolean waits = !turnedDown && !(same && approved);
        State next = isRetiredByAdmin() ? State.RETIRED : waits ? State.QUARANTINED : settled();
        return new ToolPin(next, known, approved, same || turnedDown ? Optional.empty() : Optional.of(now), rejected);
    }

    /** What an admin who approves accepts. */
    Definition offered() {
        return pending.orElse(known);
    }

    /** What the server says now is accepted. */
    ToolPin approve() {
        Definition accepted = offered();
        return new ToolPin(
                State.APPROVED,
                accepted,
                true,
                Optional.empty(),
                rejected.filter(hash -> !hash.equals(accepted.hash())));
    }

    /** An admin turns down what waits; an approved definition goes on. */
    ToolPin reject() {
        Definition refused = offered();
        return new ToolPin(
                settled(), approved ? known : refused, approved, Optional.empty(), Optional.of(refused.hash()));
    }

    /** An admin takes the tool away from all agents. */
    ToolPin retire() {
        return new ToolPin(State.RETIRED, known, approved, pending, Optional.empty());
    }

    boolean isRejected(String hash) {
        return rejected.filter(hash::equals).isPresent();
    }

    /** And stays so whatever the server says. */
    boolean isRetiredByAdmin() {
        return state == State.RETIRED && rejected.isEmpty();
    }

    /** Whether agents may see the tool, as {@code known}. */
    boolean served() {
        return approved && state != State.RETIRED;
    }

    /** What a tool is of which nothing waits. */
    private State settled() {
        return approved ? State.APPROVED : State.RETIRED;
    }
}
