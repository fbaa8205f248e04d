package dev.tollgate.gateway.session;

import dev.tollgate.model.wire.MalformedRecord;
import dev.tollgate.model.wire.SessionWord;
import dev.tollgate.model.wire.WireJson;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What agents said in their sessions, as far as the region's topic has told it, and the ends that this gateway told it itself.
 * Safe from any thread.
 */
public final class SessionStates {
    /** Of the whole region; what is beyond is not known here, and its agents hear less than they asked for. */
    static final int WORDS_MAX = 200_000;

    private final InstantSource clock;
    private final Runnable full;
    private final Map<UUID, Map<String, Said>> bySession = new ConcurrentHashMap<>();
    private final List<Consumer<SessionWord>> cancellations = new CopyOnWriteArrayList<>();
    private int words;

    /**
     * @param full told when a word found no room
     */
    public SessionStates(InstantSource clock, Runnable full) {
        this.clock = clock;
        this.full = full;
    }

    private record Said(SessionWord word, long untilMillis) {}

    /** To be told, on the reader's thread, of each cancellation. */
    public void onCancellation(Consumer<SessionWord> told) {
        cancellations.add(told);
    }

    /** The resources of whose changes an agent wants to hear. */
    public Set<String> subscriptions(UUID session) {
        return said(session, SessionWord.Kind.SUBSCRIPTION).collect(Collectors.toUnmodifiableSet());
    }

    /** The log level that it set last. */
    public Optional<String> logLevel(UUID session) {
        return bySession.containsKey(session)
                ? said(session, SessionWord.Kind.LOG_LEVEL).findFirst()
                : Optional.empty();
    }

    /** The topic has taken the end of a session from this gateway, which need not wait to read it there. */
    public synchronized void ended(SessionWord end) {
        if (end.kind() != SessionWord.Kind.END) {
            throw new IllegalArgumentException("no end of a session: " + end.kind());
        }
        keep(end.key(), new Said(end, clock.millis() + SessionTokens.LIFE.toMillis()));
    }

    public boolean hasEnded(UUID session) {
        return said(session, SessionWord.Kind.END).findAny().isPresent();
    }

    private Stream<String> said(UUID session, SessionWord.Kind kind) {
        Map<String, Said> all = bySession.get(session);
        return all == null
                ? Stream.empty()
                : all.values().stream()
                        .map(Said::word)
                        .filter(word -> word.kind() == kind)
                        .map(SessionWord::text);
    }

    /**
     * Takes a record of the topic.
     *
     * @param value absent if the word is taken back
     * @param atMillis when it was said
     */
    synchronized void accept(String key, byte @Nullable [] value, long atMillis) {
        String[] parts = key.split("/", -1);
        if (parts.length < 3) {
            return;
        }
        if (value == null) {
            takeBack(UUID.fromString(parts[1]), key);
            return;
        }
        SessionWord word;
        try {
            word = WireJson.decode(value, SessionWord.class);
        } catch (MalformedRecord e) {
            return;
        }
        long until = atMillis + SessionTokens.LIFE.toMillis();
        if (!word.key().equals(key) || until <= clock.millis()) {
            return;
        }
        if (word.kind() == SessionWord.Kind.CANCELLATION) {
            cancellations.forEach(told -> told.accept(word));
        } else {
            keep(key, new Said(word, until));
        }
    }

    private void keep(String key, Said said) {
        Map<String, Said> all = bySession.computeIfAbsent(said.word.session(), _ -> new ConcurrentHashMap<>(2));
        if (words >= WORDS_MAX && !all.containsKey(key)) {
            full.run();
        } else if (all.put(key, said) == null) {
            words++;
        }
    }

    private void takeBack(UUID session, String key) {
        Map<String, Said> all = bySession.get(session);
        if (all != null && all.remove(key) != null) {
            words--;
        }
    }

    /** Forgets the sessions that have lasted as long as a session may. */
    synchronized void sweep() {
        long now = clock.millis();
        bySession.values().removeIf(all -> {
            int before = all.size();
            all.values().removeIf(said -> said.untilMillis <= now);
            words -= before - all.size();
            return all.isEmpty();
        });
    }
}
