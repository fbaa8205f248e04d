package dev.tollgate.gateway.code;

import org.jspecify.annotations.Nullable;

/**
 * How a script ended.
 *
 * @param words what is wrong and where, for whoever wrote it; empty where nothing is
 * @param output what it printed
 * @param result what it gave, as JSON; absent where it gave nothing or did not come to its end
 * @param toolCalls how many it made
 * @param waitedNanos how long it waited for them
 */
public record ScriptEnd(
        Kind kind, String words, String output, @Nullable String result, int toolCalls, long waitedNanos) {
    /** Each another for whoever operates the gateway. */
    public enum Kind {
        /** The script came to its end. */
        DONE,
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
