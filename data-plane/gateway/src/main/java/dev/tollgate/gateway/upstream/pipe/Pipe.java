package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.upstream.UpstreamReply;
import java.util.Map;

/** A way for messages to an upstream and back that all calls share; what comes back says whose it is by its id. */
public interface Pipe {
    /**
     * Sends a message, in its turn.
     *
     * @param id of the request; {@link #NO_REQUEST} for what has no answer
     * @param headers to say beside it, by name, where the way has such a thing
     * @return false if the upstream has not taken what was sent for so long that no more fits
     */
    boolean send(long id, byte[] message, Map<String, String> headers);

    /** Ends it; the listener hears of it once. */
    void end(String why);

    /** The id of no request. */
    long NO_REQUEST = 0;

    /** Hears what comes back, on any thread but in order. */
    interface Listener {
        void message(byte[] message);

        /** A request did not reach the upstream, or was refused by it. */
        void refused(long id, String why);

        /**
         * It is gone or no longer to be trusted; said once, and nothing follows.
         *
         * @param stage how far it came, if no session had begun in it
         * @param why as in "broke off: …"
         */
        void ended(UpstreamReply.Stage stage, String why);
    }
}
