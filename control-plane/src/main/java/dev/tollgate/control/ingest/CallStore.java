package dev.tollgate.control.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Where calls are kept. Any of its methods may throw, and an insert that threw may have happened, may be happening or may
 * happen yet.
 */
interface CallStore extends StoredSequences, GapLedger {
    /** Makes the tables what this release expects. */
    void migrate();

    /** Waits until no insert is running, ending those that are. One that has not reached the store is not seen. */
    void endInserts();

    Positions positions(UUID log);

    /**
     * Inserts all or none. An insert of a token that was taken before is dropped without a word.
     */
    void insert(Positions before, List<CallRow> rows, String token);

    /** Those of the rows that are not stored, by their position in the log. */
    List<CallRow> missing(UUID log, List<CallRow> rows);

    /** Keeps them; again without effect. */
    void reject(UUID log, List<Rejection> rejections);

    /** Days from {@code from} on whose roll-up differs from the calls. */
    Set<LocalDate> daysAmiss(LocalDate from);

    /** Makes one day of the roll-up anew and swaps it in at once; no insert may be running. */
    void rebuild(LocalDate day);

    /** Keeps how far ingest has come, for those who ask the store only. */
    void progress(Instant coveredUntil, long lagRecords);
}
