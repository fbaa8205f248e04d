package dev.tollgate.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * The proofs that were taken, for as long as one could be taken again: in two generations, of which the older goes as a
 * whole. Full, it takes no more until one has gone. Safe from any thread.
 */
final class SeenProofs {
    /** A generation begins when the one before has this age, so that each is kept for at least as long. */
    static final Duration GENERATION = ProofCheck.AGE_MAX.plus(TokenCheck.CLOCKS_APART_MAX);

    static final int GENERATION_MAX = 100_000;

    private final InstantSource clock;
    private Set<String> older = Set.of();
    private Set<String> newer = new HashSet<>();
    private Instant since;

    SeenProofs(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Whether it was not seen before; from now on it was. */
    synchronized boolean isFirst(String proof) {
        Instant now = clock.instant();
        if (!now.isBefore(since.plus(GENERATION))) {
            older = newer;
            newer = new HashSet<>();
            since = now;
        }
        return newer.size() < GENERATION_MAX && !older.contains(proof) && newer.add(proof);
    }
}
