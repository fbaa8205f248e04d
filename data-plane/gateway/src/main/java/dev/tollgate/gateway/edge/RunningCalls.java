package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.model.wire.SessionWord;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls of legacy sessions that this gateway makes now, so that a cancellation finds its call. Safe from any thread. */
final class RunningCalls {
    private final Map<Name, Runnable> running = new ConcurrentHashMap<>();

    /**
     * @param requestId the agent's, as JSON
     */
    record Name(UUID session, String requestId) {
        /** Null for what is not of a legacy session, or is no request of the agent's own. */
        static @Nullable Name of(Asked asked) {
            boolean own = asked.era() == Era.LEGACY && asked.caller().parent() == null;
            ClientSession session = own ? asked.caller().session() : null;
            Span id = asked.message().id();
            return session == null || id == null
                    ? null
                    : new Name(session.id(), id.text(asked.message().bytes()));
        }
    }

    /**
     * @param cancel safe from any thread
     */
    void began(Name name, Runnable cancel) {
        running.put(name, cancel);
    }

    void ended(Name name) {
        running.remove(name);
    }

    void cancel(SessionWord word) {
        Runnable cancel = running.get(new Name(word.session(), word.text()));
        if (cancel != null) {
            cancel.run();
        }
    }
}
