package dev.tollgate.gateway.edge;

import java.util.UUID;

/**
 * What one round of a script, ended for a question, leaves to the next, which may be at another gateway.
 *
 * @param number of the round, from 1
 * @param parent the id of the first round's call, under which the calls of all rounds are recorded
 * @param spentNanos what its calls cost so far, in nano-dollars
 * @param answered how many of its calls were told as progress
 * @param journal what they gave
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScriptRound(int number, UUID parent, long spentNanos, int answered, byte[] journal) {
    /** A script that asks on and on is not answered any more. */
    static final int ROUNDS_MAX = 20;
}
