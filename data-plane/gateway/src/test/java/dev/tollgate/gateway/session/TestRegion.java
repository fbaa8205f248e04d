package dev.tollgate.gateway.session;

import dev.tollgate.model.wire.SessionWord;
import dev.tollgate.model.wire.WireJson;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The region's topic, in memory: what one gateway says, all come to know, or nobody while the topic is away. */
public final class TestRegion {
    private final List<Gateway> gateways = new CopyOnWriteArrayList<>();
    public volatile boolean away;

    public Gateway gateway() {
        Gateway gateway = new Gateway();
        gateways.add(gateway);
        return gateway;
    }

    /** One gateway's end of it. */
    public final class Gateway implements SessionWords {
        private final SessionStates states = new SessionStates(InstantSource.system(), () -> {});

        public SessionStates states() {
            return states;
        }

        @Override
        public CompletableFuture<Void> say(SessionWord word) {
            return send(word, WireJson.encode(word));
        }

        @Override
        public CompletableFuture<Void> takeBack(SessionWord word) {
            return send(word, null);
        }

        private CompletableFuture<Void> send(SessionWord word, byte @Nullable [] value) {
            if (away) {
                return CompletableFuture.failedFuture(new IllegalStateException("away"));
            }
            gateways.forEach(each ->
                    each.states.accept(word.key(), value, InstantSource.system().millis()));
            return CompletableFuture.completedFuture(null);
        }
    }
}
