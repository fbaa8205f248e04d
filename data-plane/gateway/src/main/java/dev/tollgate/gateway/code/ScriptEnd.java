package dev.tollgate.gateway.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a script ended.
 *
 * @param words what is wrong and where, for whoever wrote it; empty where nothing is
 * @param output what it printed
 * @param result what it gave, as JSON; absent where it gave nothing or did not come to its end
 * @param toolCalls how many it made
 * @param waitedNanos how long it waited for them
 * @param pause present where it was ended for a question
 */
public record ScriptEnd(
        Kind kind,
        String words,
        String output,
        @Nullable String result,
        int toolCalls,
        long waitedNanos,
        @Nullable Pause pause) {
    /**
     * A script that waits for somebody's answers.
     *
     * @param journal what its next run is to have ({@link Pauses#earlier()}); compressed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Pause(List<Question> questions, byte[] journal) {}

    /**
     * One of a script's calls that somebody is to be asked about.
     *
     * @param number of the call, the same in each run
     * @param params of the elicitation, a JSON object
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Question(int number, byte[] params) {}

    /** Each another for whoever operates the gateway. */
    public enum Kind {
        /** The script came to its end. */
        DONE,
        /** Somebody is to be asked; with the answer it is run again. */
        ASKED,
        /** It is wrong, or a tool failed and it did not catch that. */
        FAILED,
        /** It used all that it may of something. */
        LIMIT,
        /** Its time was over. */
        TIME,
        /** Nobody waits for it any more. */
        CANCELLED,
        /** Scripts use all the memory that the gateway has for them. */
        BUSY,
        /** A bug of ours. */
        DEFECT
    }
}
