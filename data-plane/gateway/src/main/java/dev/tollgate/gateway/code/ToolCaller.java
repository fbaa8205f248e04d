package dev.tollgate.gateway.code;

import java.util.concurrent.CompletableFuture;

/** How a script's calls of tools are made: as calls of its agent's, with all that stands in their way. */
@FunctionalInterface
public interface ToolCaller {
    /**
     * Begins a call and does not wait. Safe from any thread. A future that is cancelled calls the call off.
     *
     * @param arguments a JSON object
     */
    CompletableFuture<Answer> call(ScriptTool tool, byte[] arguments);

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
    }
}
