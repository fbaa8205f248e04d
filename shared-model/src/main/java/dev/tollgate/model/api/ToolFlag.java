package dev.tollgate.model.api;

/**
 * Why a tool's definition deserves a second look before it is approved.
 *
 * @param words the reason, for people; holds nothing that the definition could have hidden in it
 */
public record ToolFlag(Code code, String words) {
    /** What is suspicious. */
    public enum Code {
        /** Characters that people do not see and models read. */
        HIDDEN_UNICODE,
        /** Words that tell the model what to do beyond this tool. */
        INSTRUCTION,
        /** An address in the text. */
        URL,
        /** The name of another server's tool. */
        SHADOWING
    }
}
