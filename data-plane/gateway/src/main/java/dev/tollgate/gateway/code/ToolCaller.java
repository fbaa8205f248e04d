package dev.tollgate.gateway.code;

import java.util.concurrent.CompletableFuture;

/** How a script's calls of tools are made: as calls of its agent's, with all that stands in their way. */
@FunctionalInterface
public interface ToolCaller {
    /**
     * Begins a call and does not wait. Safe from any thread. A future that is cancelled calls the call off.
     *
     * @param number of the script's calls, in the order in which it begins them
     * @param asked whether an earlier run of the script was ended so that somebody could be asked about this very call
     * @param arguments a JSON object
     */
    CompletableFuture<Answer> call(ScriptTool tool, int number, boolean asked, byte[] arguments);

    /** What came of a call. */
    sealed interface Answer {
        /**
         * @param result of {@code tools/call}, a JSON object; not to be changed
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Result(byte[] result) implements Answer {}

        /**
         * @param words for the script and its agent
         */
        record Refused(String words) implements Answer {}

        /**
         * It was not called: somebody is to be asked before.
         *
         * @param params of the elicitation, a JSON object
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Asks(byte[] params) implements Answer {}
    }
}
