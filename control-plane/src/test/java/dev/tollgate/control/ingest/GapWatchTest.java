package dev.tollgate.control.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GapWatchTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = START.plus(GapWatch.GRACE);
    private static final Map<Integer, Long> READ = Map.of(0, 100L, 1, 100L);

    private final UUID log = UUID.randomUUID();
    private final Boot boot = Events.boot("gateway-1");
    private final SimulatedStore store = new SimulatedStore(log, new Random(1), 0);
    private final SequenceIndex index = new SequenceIndex(store, 8);
    private final GapWatch watch = new GapWatch(index, store);

    @Test
    void numbers_passed_over_are_told_when_all_is_read_and_time_has_passed() {
        arrive(1, 2, 5, 9);

        assertThat(watch.examine(START, READ, READ)).isEmpty();
        assertThat(watch.examine(LATER.minusSeconds(1), READ, READ)).isEmpty();
        assertThat(watch.examine(LATER, READ, READ))
                .containsExactly(new SequenceGap(boot, 3, 4), new SequenceGap(boot, 6, 8));
        assertThat(store.gaps).hasSize(2);
    }

    @Test
    void a_partition_that_is_behind_is_waited_for() {
        arrive(1, 3);
        watch.examine(START, Map.of(0, 100L, 1, 40L), READ);
        assertThat(watch.examine(LATER, Map.of(0, 100L, 1, 99L), READ)).isEmpty();
        arrive(2);

        assertThat(watch.examine(LATER, READ, READ)).isEmpty();
        assertThat(store.gaps).isEmpty();
    }

    @Test
    void a_gap_is_told_once() {
        arrive(1, 3);
        watch.examine(START, READ, READ);
        watch.examine(LATER, READ, READ);
        arrive(4);
        watch.examine(LATER, READ, READ);

        assertThat(watch.examine(LATER.plus(GapWatch.GRACE), READ, READ)).isEmpty();
    }

    @Test
    void a_gap_over_the_border_of_chunks_is_told_whole_in_parts() {
        long border = SequenceChunk.SIZE;
        arrive(1, border + 3);
        watch.examine(START, READ, READ);

        assertThat(watch.examine(LATER, READ, READ))
                .containsExactly(new SequenceGap(boot, 2, border), new SequenceGap(boot, border + 1, border + 2));
    }

    @Test
    void what_another_session_stored_and_did_not_examine_is_examined() {
        arrive(1, 4);
        var next = new GapWatch(new SequenceIndex(store, 8), store);
        next.examine(START, READ, READ);

        assertThat(next.examine(LATER, READ, READ)).containsExactly(new SequenceGap(boot, 2, 3));
    }

    private void arrive(long... sequences) {
        List<CallRow> rows = new ArrayList<>();
        for (long sequence : sequences) {
            rows.add(new CallRow(Events.event(boot, sequence, Events.ACME, START), 0, sequence));
        }
        index.prepare(rows);
        rows.forEach(row -> index.add(boot, row.event().sequence()));
        Positions at = store.positions(log);
        store.insert(at, rows, at.token("test"));
    }
}
