package dev.tollgate.control.ingest;

import java.util.List;

/**
 * Inserts rows once. Each insert has a token that follows from the position before it, and the store takes a token once.
 * So an insert whose fate is unknown, this process's own or another's that has lost the lead, can still arrive at any
 * time: it meets the insert made in its place. The first insert of a session is therefore proven by reading back.
 */
final class ExactInsert {
    /** A kill of the store may use up a token without its rows, again and again at one position; this often is no accident. */
    private static final int TOKENS_MAX = 100;

    private final CallStore store;
    private Positions positions;
    private boolean proven;

    ExactInsert(CallStore store, Positions positions) {
        this.store = store;
        this.positions = positions;
    }

    Positions positions() {
        return positions;
    }

    /**
     * Inserts what follows on the position.
     *
     * @return whether it was proven by reading back
     */
    boolean next(List<CallRow> rows) {
        Positions after = positions.with(rows);
        boolean prove = !proven;
        if (prove) {
            insertProven(rows, after, "next");
        } else {
            store.insert(positions, rows, positions.token("next 0"));
        }
        positions = after;
        return prove;
    }

    /** Inserts rows from before the position that are missing. */
    void again(List<CallRow> rows) {
        insertProven(rows, positions.with(rows), "again");
        positions = positions.with(rows);
        proven = false;
    }

    private void insertProven(List<CallRow> rows, Positions after, String purpose) {
        for (int used = 0; used < TOKENS_MAX; used++) {
            store.insert(positions, rows, positions.token(purpose + " " + used));
            store.endInserts();
            List<CallRow> missing = store.missing(positions.log(), rows);
            Positions found = store.positions(positions.log());
            if (missing.isEmpty() && found.equals(after)) {
                proven = true;
                return;
            }
            if (missing.size() < rows.size() || !found.equals(positions)) {
                throw new IngestFailure("another insert came first; starting again from what it left");
            }
        }
        throw new IngestFailure("the store acknowledges inserts and keeps none");
    }
}
