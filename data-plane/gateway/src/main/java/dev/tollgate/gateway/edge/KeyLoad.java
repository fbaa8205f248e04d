package dev.tollgate.gateway.edge;

import dev.tollgate.model.id.KeyId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many calls of each key are under way, so that one key's hanging calls do not take everyone's place. */
final class KeyLoad {
    private final ConcurrentHashMap<KeyId, AtomicInteger> underWay = new ConcurrentHashMap<>();

    /** Takes a place; false if the key has all it may have. */
    boolean enter(KeyId key) {
        AtomicInteger count = counter(key);
        if (count.incrementAndGet() <= Bounds.CALLS_PER_KEY_MAX) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    /** Gives a place back. */
    void leave(KeyId key) {
        counter(key).decrementAndGet();
    }

    /** How many more calls this key may have at once. */
    int left(KeyId key) {
        AtomicInteger count = underWay.get(key);
        return Bounds.CALLS_PER_KEY_MAX - (count == null ? 0 : Math.min(count.get(), Bounds.CALLS_PER_KEY_MAX));
    }

    /** Of all keys. */
    int underWay() {
        return underWay.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    private AtomicInteger counter(KeyId key) {
        AtomicInteger count = underWay.get(key);
        return count != null ? count : underWay.computeIfAbsent(key, _ -> new AtomicInteger());
    }
}
