package dev.tollgate.control.outgoing;

import io.vertx.core.Vertx;

/** The way out as it is on a machine whose operator allows loopback, or does not. */
public final class Outgoing {
    private Outgoing() {}

    public static OutgoingGate gate(boolean allowLoopback) {
        return new OutgoingGate(allowLoopback);
    }

    public static Fetch fetch(Vertx vertx, boolean allowLoopback) {
        return new Fetch(vertx, gate(allowLoopback));
    }
}
