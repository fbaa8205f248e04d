package dev.tollgate.gateway.quota;

import dev.tollgate.model.id.LimitId;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What was told last of some limits. A tenant that asks for far more than its limit gives is refused thousands of times a second, and most of
 * these refusals say what the last one said: putting it into words for each is time that its neighbours wait. From any thread.
 */
final class ToldRefusals {
    private static final int SLOTS = 256;

    private final AtomicReferenceArray<Told> told = new AtomicReferenceArray<>(SLOTS);

    private record Told(RefusalFacts facts, LimitRefusal refusal) {}

    LimitRefusal of(RefusalFacts facts) {
        int slot = slot(facts.limit().id());
        Told last = told.get(slot);
        if (last != null && last.facts.equals(facts)) {
            return last.refusal;
        }
        LimitRefusal refusal = LimitRefusal.of(facts);
        told.set(slot, new Told(facts, refusal));
        return refusal;
    }

    private static int slot(LimitId limit) {
        int hash = limit.hashCode();
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
