package dev.tollgate.gateway.code;

/**
 * Whether a script can be ended for a question, to be run again with the answer.
 *
 * @param earlier the journal of the run before ({@link ScriptEnd.Pause#journal()}); empty where there was none
 * @param more whether this run can be ended so too
 * @param journalBytesMax of what is carried from run to run, compressed; 0 if that is never done
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Pauses(byte[] earlier, boolean more, int journalBytesMax) {
    /** Whoever calls can be asked otherwise, or not at all. */
    public static final Pauses NEVER = new Pauses(new byte[0], false, 0);
}
