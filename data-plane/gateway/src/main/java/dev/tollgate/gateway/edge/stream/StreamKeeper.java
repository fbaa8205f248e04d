package dev.tollgate.gateway.edge.stream;

import org.jspecify.annotations.Nullable;

/** Has what is said before an answer kept, in case the connection breaks. Asked only when something is said before it. */
public interface StreamKeeper {
    /** The stream that begins on this line; null if it is not kept. */
    @Nullable
    KeptStream keep(SseLine line);
}
