package dev.tollgate.gateway.session;

import dev.tollgate.model.wire.SessionWord;
import java.util.concurrent.CompletableFuture;

/** The way on which all gateways of the region come to know what an agent said in a session. */
public interface SessionWords {
    /** Completes, on any thread, when the word is kept; fails if it is not. */
    CompletableFuture<Void> say(SessionWord word);

    /** Takes a word back that was said before, by whichever gateway. */
    CompletableFuture<Void> takeBack(SessionWord word);
}
