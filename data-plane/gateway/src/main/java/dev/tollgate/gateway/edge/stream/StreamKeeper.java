package dev.tollgate.gateway.edge.stream;

import org.jspecify.annotations.Nullable;

/** Has what is said before an answer kept, in case the connection breaks. Asked only when something is said before it. */
public interface StreamKeeper {
    /**
     * The stream that begins on this line; null if it is not kept.
     *
     * @param abandoned to be told that nobody will have the answer
     */
    @Nullable
    KeptStream keep(SseLine line, Runnable abandoned);
}
