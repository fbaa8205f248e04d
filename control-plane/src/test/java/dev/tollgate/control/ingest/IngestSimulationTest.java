package dev.tollgate.control.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.ledger.TenantEvent;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ingest against gateways that restart and repeat themselves, a store that fails in every way, and its own crashes. */
class IngestSimulationTest {
    private static final int SEEDS = 500;

    @Test
    void every_event_is_stored_once_and_the_roll_up_agrees_whatever_breaks() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var world = new World(seed);
            world.run();
            world.settle();
            world.check();
        }
    }

    private static final class World {
        private final long seed;
        private final Random random;
        private final UUID logId = new UUID(7, 7);
        private final List<List<byte[]>> partitions = new ArrayList<>();
        private final List<Gateway> gateways = new ArrayList<>();
        private final SimulatedStore store;
        private final IngestMeter meter = new IngestMeter();
        private final Set<String> sent = new HashSet<>();
        private final Set<String> malformed = new HashSet<>();
        private final Set<String> charged = new HashSet<>();
        private Instant now = Instant.parse("2026-11-30T23:00:00Z");
        private SimulatedLog log = new SimulatedLog(logId, partitions, new Random(0), 1);
        private @Nullable IngestSession session;

        World(long seed) {
            this.seed = seed;
            random = new Random(seed);
            store = new SimulatedStore(logId, random, 0.02 + random.nextDouble() * 0.4);
            for (int p = 0; p < 1 + random.nextInt(4); p++) {
                partitions.add(new ArrayList<>());
            }
            for (int g = 0; g < 1 + random.nextInt(4); g++) {
                gateways.add(new Gateway("gateway-" + g));
            }
        }

        void run() {
            for (int turn = 0; turn < 100; turn++) {
                now = now.plus(Duration.ofSeconds(random.nextInt(60)));
                if (random.nextInt(3) > 0) {
                    gateways.get(random.nextInt(gateways.size())).act();
                }
                if (random.nextInt(3) > 0) {
                    ingest();
                }
            }
        }

        /** One step; whatever throws ends the session, and so does a crash of the process. */
        private void ingest() {
            try {
                if (session == null) {
                    log = new SimulatedLog(logId, partitions, random, store.faultRate > 0 ? 12 : 200);
                    session = new IngestSession(
                            log,
                            store,
                            new EventCharges(this::charge),
                            new LastUses(_ -> {}, _ -> {}),
                            meter,
                            () -> now);
                }
                session.step();
                if (random.nextInt(40) == 0) {
                    session = null;
                }
            } catch (SimulatedStore.Broken | IngestFailure e) {
                session = null;
            }
        }

        /** Whether the ledger answers or not, it may have written down what it was given. */
        private void charge(Collection<TenantEvent> events) {
            boolean lost = random.nextDouble() < store.faultRate / 10;
            if (!lost || random.nextBoolean()) {
                events.forEach(event ->
                        charged.add(event.event().boot() + " " + event.event().sequence()));
            }
            if (lost) {
                throw new SimulatedStore.Broken("the ledger is away");
            }
        }

        /** Nothing breaks any more, but what was on its way still arrives. */
        void settle() {
            store.faultRate = 0;
            session = null;
            readAll();
            store.arriveAll();
            now = now.plus(Duration.ofHours(2));
            readAll();
        }

        /** To the end of the log, and long enough beyond for what is done from time to time. */
        private void readAll() {
            int idle = 0;
            for (int turn = 0; idle < 10; turn++) {
                assertThat(turn).as("seed %d: turns", seed).isLessThan(2_000);
                now = now.plus(Duration.ofSeconds(30));
                ingest();
                idle = session != null && Positions.reached(log.positions(), log.ends()) ? idle + 1 : 0;
            }
        }

        void check() {
            var stored = store.calls.values().stream()
                    .flatMap(List::stream)
                    .map(row -> name(row.event()))
                    .toList();
            assertThat(stored).as("seed %d: each event once", seed).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(store.calls.values().stream()
                            .flatMap(List::stream)
                            .map(row -> row.event().boot() + " " + row.event().sequence()))
                    .as("seed %d: each event in the ledger", seed)
                    .allMatch(charged::contains);
            var rollUp = new TreeMap<>(store.rollUp);
            rollUp.values().removeIf(count -> count == 0);
            assertThat(rollUp).as("seed %d: roll-up", seed).isEqualTo(store.base());
            assertThat(store.rejections).as("seed %d: rejections", seed).isEqualTo(malformed);
            Set<String> passedOver = new HashSet<>();
            gateways.forEach(gateway -> passedOver.addAll(gateway.passedOver));
            Set<String> reported = new HashSet<>();
            for (SequenceGap gap : store.gaps) {
                for (long sequence = gap.first(); sequence <= gap.last(); sequence++) {
                    reported.add(gap.boot() + " " + sequence);
                }
            }
            assertThat(reported).as("seed %d: gaps", seed).containsAll(passedOver);
        }

        private static String name(ToolCallEvent event) {
            return Boot.of(event) + " " + event.sequence();
        }

        private final class Gateway {
            private final String name;
            private Boot boot;
            private long sequence;
            private final List<ToolCallEvent> spool = new ArrayList<>();
            private final List<String> skipped = new ArrayList<>();
            /** Numbers that were never sent although later ones were. */
            final List<String> passedOver = new ArrayList<>();

            Gateway(String name) {
                this.name = name;
                boot = boot();
            }

            private Boot boot() {
                return new Boot(new GatewayId(name), new UUID(random.nextLong(), random.nextLong()));
            }

            void act() {
                switch (random.nextInt(12)) {
                    case 0 -> restart();
                    case 1 -> loseOne();
                    case 2 -> sendGarbage();
                    default -> sendSome();
                }
            }

            private void sendSome() {
                int count = 1 + random.nextInt(15);
                for (int i = 0; i < count; i++) {
                    var tenant = new TenantId(new UUID(1, random.nextInt(5)));
                    var event = Events.event(boot, ++sequence, tenant, now.minusSeconds(random.nextInt(7_200)));
                    send(event);
                    sent.add(name(event));
                    spool.add(event);
                    passedOver.addAll(skipped);
                    skipped.clear();
                }
            }

            /** What it is not sure of it sends again. */
            private void restart() {
                int from = random.nextInt(spool.size() + 1);
                spool.subList(from, spool.size()).forEach(this::send);
                spool.subList(0, from).clear();
                boot = boot();
                sequence = 0;
                skipped.clear();
            }

            private void loseOne() {
                skipped.add(boot + " " + ++sequence);
            }

            private void sendGarbage() {
                int partition = random.nextInt(partitions.size());
                malformed.add(partition + ":" + partitions.get(partition).size());
                partitions.get(partition).add("{\"callId\":".getBytes(StandardCharsets.UTF_8));
            }

            private void send(ToolCallEvent event) {
                int partition = Partitions.of(event.tenant(), partitions.size());
                partitions.get(partition).add(WireJson.encode(event));
            }
        }
    }
}
