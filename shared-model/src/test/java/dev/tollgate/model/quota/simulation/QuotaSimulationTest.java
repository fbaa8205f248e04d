package dev.tollgate.model.quota.simulation;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Ledger and gateways as they are, in worlds that are not kind to them. {@code -Dtollgate.quota.seed=N} plays one world alone,
 * {@code -Dtollgate.quota.seeds=N} as many as one likes.
 */
class QuotaSimulationTest {
    private static final int SEEDS = 2_000;

    @Test
    void no_limit_is_exceeded_no_amount_is_lost_and_all_can_be_used() {
        Long one = Long.getLong("tollgate.quota.seed");
        if (one != null) {
            play(one);
        } else {
            LongStream.range(0, Integer.getInteger("tollgate.quota.seeds", SEEDS))
                    .parallel()
                    .forEach(QuotaSimulationTest::play);
        }
    }

    private static void play(long seed) {
        try {
            new World(seed).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "world " + seed
                            + "; alone: mvn -pl shared-model test -Dtest=QuotaSimulationTest -Dtollgate.quota.seed="
                            + seed + "\n" + e.getMessage(),
                    e);
        }
    }
}
