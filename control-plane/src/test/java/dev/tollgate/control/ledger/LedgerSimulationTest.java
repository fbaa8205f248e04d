package dev.tollgate.control.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.tollgate.control.testing.Engine;
import dev.tollgate.model.quota.simulation.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worlds of {@code QuotaSimulationTest} with the ledger as it runs: rows in PostgreSQL, messages over Kafka, crashes between. */
class LedgerSimulationTest {
    private static final int SEEDS = 50;
    /** Shortly before a day ends, so that budgets are used up in one day and begin anew in the next. */
    private static final long START_MILLIS = 20_000L * 86_400_000 - 30_000;

    private static final long BAD_MILLIS = 50_000;

    @TempDir
    Path folder;

    @Test
    void no_limit_is_exceeded_no_amount_is_lost_and_all_can_be_used() throws Exception {
        int seeds = Integer.getInteger("tollgate.ledger.seeds", SEEDS);
        try (Engine kafka = Engine.kafka(folder);
                LedgerDatabase database = new LedgerDatabase();
                RealLedger ledger = new RealLedger(
                        kafka.config().getOrDefault("tollgate.kafka.bootstrap-servers", ""),
                        database,
                        new SplittableRandom(seeds),
                        START_MILLIS + BAD_MILLIS)) {
            database.tenant(World.TENANT);
            var worlds = new WorldsInStep(database, ledger, START_MILLIS);
            List<World> all = new ArrayList<>();
            for (int seed = 0; seed < seeds; seed++) {
                all.add(worlds.world(seed));
            }

            playAll(worlds, all);

            assertThat(ledger.crashes).isPositive();
        }
    }

    private static void playAll(WorldsInStep worlds, List<World> all) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> played = new ArrayList<>();
            for (int seed = 0; seed < all.size(); seed++) {
                int number = seed;
                played.add(threads.submit(() -> worlds.play(number, all.get(number))));
            }
            for (Future<?> one : played) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    fail(e.getMessage(), e);
                }
            }
        }
    }
}
