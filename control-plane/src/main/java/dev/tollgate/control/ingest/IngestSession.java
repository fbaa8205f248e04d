package dev.tollgate.control.ingest;

import dev.tollgate.control.ingest.EventReader.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of ingest, from what the store holds to its first failure. Nothing is repaired in mid-run: whatever throws ends
 * the session, and the next one finds out at its start what came of the last insert. Not for use by several threads.
 */
final class IngestSession {
    /** How many records are read and inserted at once, and how many are read again at the start. */
    static final int BATCH_RECORDS_MAX = 10_000;
    /** Events older than {@link EventReader#AGE_MAX} when the log took them are refused, and the log keeps a week. */
    private static final Duration ROLL_UP_AGE_MAX = EventReader.AGE_MAX.plusDays(9);

    private static final Duration ROLL_UP_CHECK_INTERVAL = Duration.ofHours(1);
    private static final int CHUNKS_MAX = 4_096;
    private static final int EMPTY_POLLS_MAX = 30;

    private final EventLog log;
    private final CallStore store;
    private final IngestMeter meter;
    private final EventCharges charges;
    private final LastUses uses;
    private final InstantSource clock;
    private final SequenceIndex index;
    private final ExactInsert insert;
    private final ProgressWatch progress;
    private Instant rollUpCheckedAt = Instant.EPOCH;

    /** Ends what an earlier ingest left running, and brings the store to a known state. */
    IngestSession(
            EventLog log,
            CallStore store,
            EventCharges charges,
            LastUses uses,
            IngestMeter meter,
            InstantSource clock) {
        this.log = log;
        this.store = store;
        this.charges = charges;
        this.uses = uses;
        this.meter = meter;
        this.clock = clock;
        store.endInserts();
        index = new SequenceIndex(store, CHUNKS_MAX);
        insert = new ExactInsert(store, store.positions(log.id()));
        progress = new ProgressWatch(log, store, meter, new GapWatch(index, store));
        checkRollUp(ROLL_UP_AGE_MAX);
        repair();
        resume();
    }

    /** Reads and stores what comes next, if anything does within the log's patience. */
    void step() {
        List<LogRecord> records = log.poll();
        if (!records.isEmpty()) {
            settle(records);
        }
        uses.pass(clock.instant());
        progress.observe(clock.instant());
        if (clock.instant().isAfter(rollUpCheckedAt.plus(ROLL_UP_CHECK_INTERVAL))) {
            checkRollUp(Duration.ofDays(2));
        }
    }

    private void settle(List<LogRecord> records) {
        List<CallRow> read = new ArrayList<>(records.size());
        List<Rejection> rejections = new ArrayList<>();
        for (LogRecord entry : records) {
            switch (EventReader.read(entry, clock.instant())) {
                case Reading.Event(CallRow row) -> read.add(row);
                case Reading.Refused(Rejection rejection) -> rejections.add(rejection);
            }
        }
        // First, because the position moves with the calls.
        if (!rejections.isEmpty()) {
            store.reject(log.id(), rejections);
            meter.rejected.addAndGet(rejections.size());
        }
        // Before they are stored, because the position moves with them; what is charged again counts once.
        charges.take(read);
        List<CallRow> rows = unstored(read);
        meter.replaysDropped.addAndGet(read.size() - rows.size());
        if (!rows.isEmpty() && insert.next(rows)) {
            // Something went wrong on the way, here or in a session before.
            checkRollUp(ROLL_UP_AGE_MAX);
        }
        meter.inserted.addAndGet(rows.size());
        uses.seen(rows, clock.instant());
    }

    private List<CallRow> unstored(List<CallRow> read) {
        index.prepare(read);
        List<CallRow> rows = new ArrayList<>(read.size());
        for (CallRow row : read) {
            if (index.add(Boot.of(row.event()), row.event().sequence())) {
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * Reads the last records before the position once more. An insert is whole or absent, so nothing should be missing
     * there; but a store that lost power may have lost a part that it had acknowledged.
     */
    private void repair() {
        Map<Integer, Long> beginnings = log.beginnings();
        Map<Integer, Long> last = insert.positions().last();
        Map<Integer, Long> targets = new TreeMap<>();
        Map<Integer, Long> from = new TreeMap<>(insert.positions().next(beginnings));
        last.forEach((partition, offset) -> {
            long first = Math.max(beginnings.getOrDefault(partition, 0L), offset + 1 - BATCH_RECORDS_MAX);
            if (first <= offset && beginnings.containsKey(partition)) {
                from.put(partition, first);
                targets.put(partition, offset + 1);
            }
        });
        refuseTruncated(log.ends(), last);
        log.seek(from);
        List<CallRow> lost = unstoredBefore(targets);
        if (!lost.isEmpty()) {
            insert.again(lost);
            checkRollUp(ROLL_UP_AGE_MAX);
        }
    }

    private List<CallRow> unstoredBefore(Map<Integer, Long> targets) {
        List<CallRow> unstored = new ArrayList<>();
        int patience = EMPTY_POLLS_MAX;
        while (!Positions.reached(log.positions(), targets)) {
            List<LogRecord> records = log.poll();
            if (records.isEmpty() && --patience == 0) {
                throw new IngestFailure("the log does not give out records that it has");
            }
            List<CallRow> read = new ArrayList<>();
            for (LogRecord entry : records) {
                if (entry.offset() < targets.getOrDefault(entry.partition(), 0L)
                        && EventReader.read(entry, clock.instant()) instanceof Reading.Event(CallRow row)) {
                    read.add(row);
                }
            }
            // Stored before the process ended, perhaps, and not noted any more.
            uses.seen(read, clock.instant());
            unstored.addAll(unstored(read));
        }
        return unstored;
    }

    private void resume() {
        Map<Integer, Long> beginnings = log.beginnings();
        Map<Integer, Long> next = insert.positions().next(beginnings);
        insert.positions()
                .last()
                .forEach((partition, offset) ->
                        meter.expired.addAndGet(Math.max(0, beginnings.getOrDefault(partition, 0L) - offset - 1)));
        log.seek(next);
    }

    private static void refuseTruncated(Map<Integer, Long> ends, Map<Integer, Long> last) {
        last.forEach((partition, offset) -> {
            if (ends.getOrDefault(partition, 0L) <= offset) {
                throw new IngestFailure("partition " + partition + " of the log ends before offset " + offset
                        + ", which is stored: the log has lost records");
            }
        });
    }

    private void checkRollUp(Duration age) {
        Instant now = clock.instant();
        LocalDate from = now.minus(age).atZone(ZoneOffset.UTC).toLocalDate();
        for (LocalDate day : store.daysAmiss(from)) {
            store.rebuild(day);
            meter.daysRebuilt.incrementAndGet();
        }
        rollUpCheckedAt = now;
    }
}
