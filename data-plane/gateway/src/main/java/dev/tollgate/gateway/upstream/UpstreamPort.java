package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;

/** The way to every upstream server, whatever its transport. */
public interface UpstreamPort {
    /**
     * Starts a call. Must be called on a Vert.x context; every word to the listener is said on that same context, and the
     * last one is exactly one reply, no later than the call's time-out. After {@link Cancellation#cancel()} there is none.
     *
     * @param server as the tenant's snapshot has it now; a changed transport closes what the old one held
     */
    Cancellation call(ServerConfig server, UpstreamCall call, UpstreamListener listener);
}
