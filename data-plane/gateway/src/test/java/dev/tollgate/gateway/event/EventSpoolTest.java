package dev.tollgate.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSpoolTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final SpoolBounds SMALL = new SpoolBounds(160_000, 80_000);

    @Test
    void numbers_have_no_gap_whoever_appends(@TempDir Path directory) throws Exception {
        try (EventSpool spool = new EventSpool(directory, Drafts.boot(), SpoolBounds.ofTotal(64 << 20))) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int k = 0; k < 2_000; k++) {
                        spool.append(Drafts.of(TENANT));
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }

            List<Long> sequences = new ArrayList<>();
            SpoolPosition at = spool.acknowledgedUpTo();
            for (SpooledEvent event = spool.read(at); event != null; event = spool.read(at)) {
                sequences.add(event.sequence());
                at = event.next();
            }

            assertThat(sequences).hasSize(8_000).isSorted().startsWith(1L).endsWith(8_000L);
            assertThat(spool.unacknowledged()).isEqualTo(8_000);
        }
    }

    @Test
    void a_full_spool_says_so_before_it_refuses_and_takes_events_again_when_there_is_room(@TempDir Path directory)
            throws IOException {
        try (EventSpool spool = new EventSpool(directory, Drafts.boot(), SMALL)) {
            spool.prepareSpare();
            int recorded = 0;
            int recordedWhileRoom = 0;
            while (spool.append(Drafts.of(TENANT))) {
                recorded++;
                recordedWhileRoom += spool.hasRoom() ? 1 : 0;
                spool.prepareSpare();
            }

            assertThat(spool.hasRoom()).isFalse();
            assertThat(recordedWhileRoom).isBetween(recorded / 2, recorded - 10);
            assertThat(spool.refused()).isOne();
            assertThat(spool.bytesOnDisk()).isLessThanOrEqualTo(SMALL.totalBytesMax());

            acknowledgeAll(spool);
            spool.prepareSpare();
            assertThat(spool.hasRoom()).isTrue();
            assertThat(spool.append(Drafts.of(TENANT))).isTrue();
        }
    }

    @Test
    void finished_segments_leave_the_disk(@TempDir Path directory) throws IOException {
        try (EventSpool spool = new EventSpool(directory, Drafts.boot(), new SpoolBounds(1_000_000, 80_000))) {
            for (int i = 0; i < 500; i++) {
                spool.append(Drafts.of(TENANT));
                spool.prepareSpare();
            }
            long before = spool.bytesOnDisk();

            acknowledgeAll(spool);

            assertThat(before).isGreaterThan(300_000);
            assertThat(spool.bytesOnDisk()).isEqualTo(2 * 80_000);
            assertThat(spool.unacknowledged()).isZero();
        }
    }

    @Test
    void a_boot_that_recorded_nothing_leaves_nothing_that_grows(@TempDir Path directory) throws IOException {
        for (int boot = 0; boot < 20; boot++) {
            EventSpool spool = new EventSpool(directory, Drafts.boot(), SMALL);
            spool.append(Drafts.of(TENANT));
            acknowledgeAll(spool);
            spool.close();
        }

        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("ended-boots"))
                            .count())
                    .isLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_boot_is_said_to_be_over_once_kafka_has_all_of_its_events(@TempDir Path directory) throws IOException {
        GatewayBoot first = Drafts.boot();
        try (EventSpool spool = new EventSpool(directory, first, SMALL)) {
            spool.append(Drafts.of(TENANT));
            spool.append(Drafts.of(TENANT));
            assertThat(spool.ended()).isEmpty();
        }
        GatewayBoot second = Drafts.boot();
        try (EventSpool spool = new EventSpool(directory, second, SMALL)) {
            spool.append(Drafts.of(TENANT));
            assertThat(spool.ended()).isEmpty();

            acknowledgeAll(spool);

            assertThat(spool.ended()).containsExactly(new BootEnded(first.boot(), 2));
        }
        // The first one's segment is gone, and the ledger was not told.
        try (EventSpool spool = new EventSpool(directory, Drafts.boot(), SMALL)) {
            assertThat(spool.ended()).containsExactly(new BootEnded(first.boot(), 2), new BootEnded(second.boot(), 1));
            spool.told(new BootEnded(first.boot(), 2));
        }
        try (EventSpool spool = new EventSpool(directory, Drafts.boot(), SMALL)) {
            assertThat(spool.ended()).contains(new BootEnded(second.boot(), 1)).hasSize(2);
        }
    }

    private static void acknowledgeAll(EventSpool spool) {
        SpoolPosition at = spool.acknowledgedUpTo();
        int events = 0;
        for (SpooledEvent event = spool.read(at); event != null; event = spool.read(at)) {
            at = event.next();
            events++;
        }
        spool.acknowledge(at, events);
    }
}
