package dev.tollgate.gateway.upstream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What upstreams say by themselves, however often: the first word is acted on at once, those of the pause that follows
 * together at its end.
 */
public final class ChangeNotices<K> {
    /** Runs something when the pause is over. */
    public interface Pause {
        void then(Runnable next);
    }

    private final Pause pause;
    private final Consumer<K> act;
    private final Runnable held;
    /** Keys in their pause, and whether there was a word in it. */
    private final Map<K, Boolean> paused = new ConcurrentHashMap<>();

    /**
     * @param held told of each word that has to wait for the end of a pause
     */
    public ChangeNotices(Pause pause, Consumer<K> act, Runnable held) {
        this.pause = pause;
        this.act = act;
        this.held = held;
    }

    public void heard(K key) {
        boolean[] first = new boolean[1];
        paused.compute(key, (k, before) -> {
            first[0] = before == null;
            return before != null;
        });
        if (first[0]) {
            actAndPause(key);
        } else {
            held.run();
        }
    }

    private void actAndPause(K key) {
        act.accept(key);
        pause.then(() -> over(key));
    }

    private void over(K key) {
        boolean[] again = new boolean[1];
        paused.compute(key, (k, heard) -> {
            again[0] = Boolean.TRUE.equals(heard);
            return again[0] ? false : null;
        });
        if (again[0]) {
            actAndPause(key);
        }
    }
}
