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
    /** Whether gateways read what is said; until they do again, it waits for them. */
    private volatile boolean reading = true;

    private final List<Runnable> unread = new CopyOnWriteArrayList<>();

    public void stopReading() {
        reading = false;
    }

    public void readOn() {
        reading = true;
        unread.forEach(Runnable::run);
        unread.clear();
    }

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
            Runnable read = () -> gateways.forEach(each ->
                    each.states.accept(word.key(), value, InstantSource.system().millis()));
            if (reading) {
                read.run();
            } else {
                unread.add(read);
            }
            return CompletableFuture.completedFuture(null);
        }
    }
}
