package dev.tollgate.control.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SequenceIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final UUID log = UUID.randomUUID();
    private final Boot boot = Events.boot("gateway-1");
    private final SimulatedStore store = new SimulatedStore(log, new Random(1), 0);

    @Test
    void what_is_stored_or_was_added_is_known_and_a_late_first_sending_is_not() {
        store(5);
        var index = new SequenceIndex(store, 4);
        index.prepare(List.of(row(3), row(5), row(6)));

        assertThat(index.add(boot, 5)).isFalse();
        assertThat(index.add(boot, 3)).isTrue();
        assertThat(index.add(boot, 6)).isTrue();
        assertThat(index.add(boot, 3)).isFalse();
    }

    @Test
    void what_was_dropped_for_room_is_read_again() {
        var index = new SequenceIndex(store, 1);
        take(index, 1);
        take(index, 1 + SequenceChunk.SIZE);
        take(index, 1 + 2L * SequenceChunk.SIZE);

        index.prepare(List.of(row(1)));

        assertThat(index.add(boot, 1)).isFalse();
        assertThat(index.highest()).isEqualTo(Map.of(boot, 1 + 2L * SequenceChunk.SIZE));
    }

    @Test
    void the_same_number_of_another_boot_is_another_event() {
        store(1);
        var index = new SequenceIndex(store, 4);
        Boot other = Events.boot("gateway-1");
        index.prepare(List.of(new CallRow(Events.event(other, 1, Events.ACME, NOW), 0, 2)));

        assertThat(index.add(other, 1)).isTrue();
    }

    private void take(SequenceIndex index, long sequence) {
        index.prepare(List.of(row(sequence)));
        assertThat(index.add(boot, sequence)).isTrue();
        store(sequence);
    }

    private void store(long sequence) {
        Positions at = store.positions(log);
        store.insert(at, List.of(row(sequence)), at.token("test"));
    }

    private CallRow row(long sequence) {
        return new CallRow(Events.event(boot, sequence, Events.ACME, NOW), 0, sequence);
    }
}
