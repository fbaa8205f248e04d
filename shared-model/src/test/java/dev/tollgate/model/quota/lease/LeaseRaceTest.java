package dev.tollgate.model.quota.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads take from one lease and settle, while another closes it and reads its ceiling. */
class LeaseRaceTest {
    private static final int ROUNDS = 300;
    private static final int THREADS = 6;
    private static final long AMOUNT = 20_000;

    @Test
    void what_is_taken_is_within_the_amount_and_the_last_ceiling_is_what_was_spent() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                oneRound(threads, round);
            }
        }
    }

    private static void oneRound(ExecutorService threads, int round) throws Exception {
        Lease lease = lease();
        AtomicLong spent = new AtomicLong();
        List<Future<?>> takers = new ArrayList<>();
        for (int i = 0; i < THREADS - 1; i++) {
            SplittableRandom random = new SplittableRandom(round * 100L + i);
            takers.add(threads.submit(() -> takeUntilClosed(lease, spent, random)));
        }
        SplittableRandom random = new SplittableRandom(round);
        while (lease.left() > AMOUNT / 2 && random.nextInt(2_000) > 0) {
            Thread.onSpinWait();
        }
        lease.close();
        boolean last;
        long before = AMOUNT;
        do {
            last = lease.isSettled();
            long ceiling = lease.ceiling();
            assertThat(ceiling).isLessThanOrEqualTo(before).isNotNegative();
            before = ceiling;
        } while (!last);
        for (Future<?> taker : takers) {
            taker.get();
        }

        assertThat(lease.ceiling()).isEqualTo(before).isEqualTo(spent.get());
    }

    private static void takeUntilClosed(Lease lease, AtomicLong spent, SplittableRandom random) {
        int failures = 0;
        while (failures < 50) {
            long bound = random.nextLong(1, 100);
            if (lease.take(bound, 0)) {
                long cost = random.nextLong(bound + 1);
                spent.addAndGet(cost);
                lease.settle(bound - cost);
            } else {
                failures++;
            }
        }
    }

    private static Lease lease() {
        LeaseId id = new LeaseId(new LimitId(new UUID(0, 1)), new UUID(0, 2), 1);
        Instant start = Instant.EPOCH;
        return new Lease(new LeaseGrant(id, AMOUNT, 0, start, start, start.plusSeconds(60), start.plusSeconds(60)));
    }
}
