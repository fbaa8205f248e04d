package dev.tollgate.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever crashes, whenever: what was recorded arrives, in order, and once when replays are dropped. */
class EventDeliverySimulationTest {
    private static final int SEEDS = 120;
    private static final SpoolBounds BOUNDS = new SpoolBounds(6L * 80_000, 80_000);

    @BeforeAll
    static void expectTrouble() {
        Logger.getLogger(EventPublisher.class.getName()).setLevel(Level.SEVERE);
    }

    @Test
    void what_was_recorded_arrives_in_order_and_after_dropping_replays_once(@TempDir Path directory)
            throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            World world = new World(seed, directory.resolve(Long.toString(seed)));
            world.run(400);
            world.settle();
            world.check();
        }
    }

    private static final class World {
        private final Random random;
        private final long seed;
        private final Path directory;
        private final FakeBroker broker = new FakeBroker();
        private final List<TenantId> tenants = new ArrayList<>();
        /** By boot, in order of sequence. */
        private final Map<UUID, List<EventDraft>> recorded = new HashMap<>();

        private List<EventDraft> recordedNow = new ArrayList<>();
        private GatewayBoot boot;
        private EventSpool spool;
        private EventPublisher publisher;

        World(long seed, Path directory) throws IOException {
            this.seed = seed;
            this.random = new Random(seed);
            this.directory = directory;
            for (int i = 0; i < 5; i++) {
                tenants.add(new TenantId(new UUID(random.nextLong(), random.nextLong())));
            }
            start();
        }

        private void start() throws IOException {
            boot = Drafts.boot();
            recordedNow = new ArrayList<>();
            recorded.put(boot.boot(), recordedNow);
            spool = new EventSpool(directory, boot, BOUNDS);
            publisher = new EventPublisher(spool, broker::newProducer);
        }

        void run(int actions) throws IOException {
            for (int i = 0; i < actions; i++) {
                switch (random.nextInt(20)) {
                    case 0, 1, 2, 3, 4, 5 -> append(random.nextInt(30));
                    case 6, 7, 8, 9 -> publisher.step();
                    case 10, 11, 12 -> broker.accept(random.nextInt(100));
                    case 13, 14, 15 -> spool.prepareSpare();
                    case 16 -> broker.refuse(random.nextBoolean());
                    case 17 -> broker.down = !broker.down;
                    case 18 -> kill();
                    default -> {
                        if (random.nextInt(3) == 0) {
                            powerCut();
                        }
                    }
                }
            }
        }

        private void append(int events) {
            for (int i = 0; i < events; i++) {
                EventDraft draft = Drafts.of(tenants.get(random.nextInt(tenants.size())));
                if (spool.append(draft)) {
                    recordedNow.add(draft);
                }
            }
        }

        /** All that a process leaves when it dies is its files: that it unmaps them first makes no difference. */
        private void kill() throws IOException {
            spool.close();
            broker.lose(random.nextInt(20));
            start();
        }

        /** The newest segment loses what is behind a random place: its events were never promised against this. */
        private void powerCut() throws IOException {
            spool.close();
            broker.lose(random.nextInt(20));
            Path newest = newestBegun();
            long size = Files.size(newest);
            long cut = random.nextLong(SegmentHeader.BYTES, size);
            try (FileChannel file = FileChannel.open(newest, StandardOpenOption.WRITE)) {
                if (random.nextBoolean()) {
                    file.truncate(cut);
                } else {
                    file.write(ByteBuffer.allocate((int) (size - cut)), cut);
                }
            }
            SpoolSegment left = SpoolSegment.recover(newest).orElseThrow();
            if (left.header().boot().boot().equals(boot.boot())) {
                long keptUpTo = left.header().firstSequence() - 1 + left.frames();
                recordedNow.subList((int) keptUpTo, recordedNow.size()).clear();
            }
            left.close();
            start();
        }

        private Path newestBegun() throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                return files.filter(file -> file.toString().endsWith(SpoolSegment.SUFFIX))
                        .sorted(Comparator.reverseOrder())
                        .filter(World::hasBegun)
                        .findFirst()
                        .orElseThrow();
            }
        }

        private static boolean hasBegun(Path file) {
            try {
                var segment = SpoolSegment.recover(file);
                segment.ifPresent(SpoolSegment::close);
                return segment.isPresent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void settle() {
            broker.down = false;
            for (int idle = 0; idle < 5; ) {
                idle = publisher.step() == EventPublisher.Step.IDLE && broker.isIdle() ? idle + 1 : 0;
                broker.accept(1_000);
            }
            assertThat(spool.unacknowledged()).as("seed %d", seed).isZero();
        }

        void check() {
            Map<UUID, Map<Long, UUID>> arrived = new HashMap<>();
            broker.partitions.values().forEach(partition -> dropReplays(partition, arrived));
            recorded.forEach((of, drafts) -> {
                Map<Long, UUID> got = arrived.getOrDefault(of, Map.of());
                for (int i = 0; i < drafts.size(); i++) {
                    assertThat(got.get(i + 1L))
                            .as("seed %d boot %s event %d", seed, of, i + 1)
                            .isEqualTo(drafts.get(i).callId());
                }
            });
        }

        /** As a reader does that knows of each boot only how far it has come on the partition. */
        private void dropReplays(List<ToolCallEvent> partition, Map<UUID, Map<Long, UUID>> arrived) {
            Map<UUID, Long> last = new HashMap<>();
            List<UUID> boots = new ArrayList<>();
            for (ToolCallEvent event : partition) {
                if (event.sequence() <= last.getOrDefault(event.boot(), 0L)) {
                    continue;
                }
                if (!boots.contains(event.boot())) {
                    boots.add(event.boot());
                }
                assertThat(boots.getLast()).as("seed %d: boots in order", seed).isEqualTo(event.boot());
                last.put(event.boot(), event.sequence());
                UUID before = arrived.computeIfAbsent(event.boot(), b -> new HashMap<>())
                        .put(event.sequence(), event.callId());
                assertThat(before).as("seed %d: one event a number", seed).isNull();
            }
        }
    }
}
