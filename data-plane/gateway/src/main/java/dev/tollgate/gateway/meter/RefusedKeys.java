package dev.tollgate.gateway.meter;

import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which refusals of presented keys are recorded singly, and the count of those that are not. Whoever knows the id of a key
 * can be refused as often as they like, so what that writes is bounded, for a tenant and a reason and for all of them, and
 * nothing of it goes uncounted. Safe from any thread.
 */
final class RefusedKeys {
    /** Written singly for one tenant and reason: so many at once, and so many a second after that. */
    static final int SINGLY_BURST_MAX = 20;

    static final int SINGLY_PER_SECOND_MAX = 1;
    /** Of all tenants together. */
    static final int SINGLY_OF_ALL_BURST_MAX = 500;

    static final int SINGLY_OF_ALL_PER_SECOND_MAX = 100;
    /** Keys of one tenant that are counted apart for one reason; the others are counted together. */
    static final int KEYS_APART_MAX = 16;
    /** Summarising events that are written at one time; what is beyond that goes on counting. */
    static final int SUMMARIES_AT_ONCE_MAX = 500;

    private final LongSupplier nanoClock;
    private final TokenBucket ofAll;
    private final ConcurrentHashMap<Slot, Tallies> slots = new ConcurrentHashMap<>();

    private record Slot(TenantId tenant, RefusalReason reason) {
        static Slot of(Attempt attempt, RefusalReason reason) {
            return new Slot(attempt.snapshot().tenant(), reason);
        }
    }

    /**
     * Attempts that were not recorded singly.
     *
     * @param key absent if they are of several keys
     * @param latest the last of them
     */
    record Summary(@Nullable KeyId key, Attempt latest, RefusalReason reason, long attempts) {}

    RefusedKeys(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.ofAll = new TokenBucket(SINGLY_OF_ALL_BURST_MAX, SINGLY_OF_ALL_PER_SECOND_MAX, nanoClock);
    }

    /** Whether this refusal may be recorded singly. */
    boolean singly(Attempt attempt, RefusalReason reason) {
        return slots.computeIfAbsent(Slot.of(attempt, reason), _ -> new Tallies(nanoClock))
                        .bucket
                        .take()
                && ofAll.take();
    }

    /** Counts refusals that were not recorded singly. */
    void count(Attempt attempt, RefusalReason reason, long attempts) {
        slots.compute(Slot.of(attempt, reason), (_, known) -> {
            Tallies tallies = known == null ? new Tallies(nanoClock) : known;
            tallies.count(attempt, reason, attempts);
            return tallies;
        });
    }

    /** Takes what has been counted, the longest waiting first, up to a bound; each is to be recorded, or counted again. */
    List<Summary> take() {
        List<Summary> taken = new ArrayList<>();
        slots.values().stream()
                .sorted(Comparator.comparing(Tallies::waitingSince))
                .takeWhile(_ -> taken.size() + KEYS_APART_MAX < SUMMARIES_AT_ONCE_MAX)
                .forEach(each -> each.takeInto(taken));
        for (Slot slot : slots.keySet()) {
            slots.computeIfPresent(slot, (_, tallies) -> tallies.isIdle() ? null : tallies);
        }
        return taken;
    }

    /** One tenant's and reason's: a bucket, and the counts of up to {@link #KEYS_APART_MAX} keys and of the rest. */
    private static final class Tallies {
        private final TokenBucket bucket;
        private final List<Summary> counts = new ArrayList<>();
        private Instant since = Instant.MAX;

        Tallies(LongSupplier nanoClock) {
            this.bucket = new TokenBucket(SINGLY_BURST_MAX, SINGLY_PER_SECOND_MAX, nanoClock);
        }

        /** When its first count was made; the end of time if it has none. */
        synchronized Instant waitingSince() {
            return since;
        }

        synchronized void count(Attempt attempt, RefusalReason reason, long attempts) {
            since = counts.isEmpty() ? attempt.startedAt() : since;
            KeyId key = attempt.key().id();
            int at = 0;
            while (at < counts.size()
                    && counts.get(at).key() != null
                    && !key.equals(counts.get(at).key())) {
                at++;
            }
            KeyId named = at < KEYS_APART_MAX ? key : null;
            if (at == counts.size()) {
                counts.add(new Summary(named, attempt, reason, attempts));
            } else {
                counts.set(
                        at, new Summary(named, attempt, reason, counts.get(at).attempts() + attempts));
            }
        }

        synchronized void takeInto(List<Summary> taken) {
            taken.addAll(counts);
            counts.clear();
            since = Instant.MAX;
        }

        synchronized boolean isIdle() {
            return counts.isEmpty() && bucket.isFull();
        }
    }
}
