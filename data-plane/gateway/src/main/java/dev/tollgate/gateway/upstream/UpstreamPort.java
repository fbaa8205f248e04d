package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;
import java.util.function.Consumer;

/** The way to every upstream server, whatever its transport. */
public interface UpstreamPort {
    /**
     * Starts a call. Must be called on a Vert.x context; every word to the listener is said on that same context, and the
     * last one is exactly one reply, no later than the call's time-out. After {@link Cancellation#cancel()} there is none.
     *
     * @param server as the tenant's snapshot has it now; a changed transport closes what the old one held
     */
    Cancellation call(ServerConfig server, UpstreamCall call, UpstreamListener listener);

    /**
     * Listens to what the upstream says outside calls, and goes on listening until the ear is closed or {@link
     * Heard#lost} says that it is not tried again. However many listen, one stream is held open to the upstream. Must be
     * called on a Vert.x context; every word is said on that same context.
     */
    Ear listen(ServerConfig server, Wanted wanted, Heard heard);

    /**
     * Tells who the upstream is, beginning a session with it if there is none. Must be called on a Vert.x context, on which
     * the answer is given: at once if it is known.
     */
    void meet(ServerConfig server, long timeoutMillis, Consumer<Meeting> then);
}
