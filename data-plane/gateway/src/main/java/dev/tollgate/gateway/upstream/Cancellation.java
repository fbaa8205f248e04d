package dev.tollgate.gateway.upstream;

/** Takes a running call back: the upstream is told where its transport allows it, the listener hears nothing more. */
@FunctionalInterface
public interface Cancellation {
    /** Does nothing if the call has ended. To be called on the call's own context. */
    void cancel();
}
