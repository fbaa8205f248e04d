package dev.tollgate.gateway.meter;

import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** A call whose script makes others, and what these have cost until now. Safe from any thread. */
public final class ParentCall {
    private final UUID id;
    private final LongAdder costNanos = new LongAdder();

    /**
     * @param spentNanos what its calls have cost already, in nano-dollars
     */
    public ParentCall(UUID id, long spentNanos) {
        this.id = id;
        costNanos.add(spentNanos);
    }

    public UUID id() {
        return id;
    }

    void spent(long nanos) {
        costNanos.add(nanos);
    }

    /** In nano-dollars. */
    public long costNanos() {
        return costNanos.sum();
    }
}
