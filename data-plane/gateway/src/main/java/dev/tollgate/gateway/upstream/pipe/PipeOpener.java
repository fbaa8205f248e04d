package dev.tollgate.gateway.upstream.pipe;

import java.io.IOException;

/** Opens the pipe to one upstream. */
@FunctionalInterface
public interface PipeOpener {
    /**
     * May block.
     *
     * @throws IOException if it cannot be opened; what goes wrong later is told to the listener
     */
    Pipe open(Pipe.Listener listener) throws IOException;
}
