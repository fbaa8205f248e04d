package dev.tollgate.bench.savings.agent;

/** A model's conversation, as its tokens are billed: each request holds everything before it. */
final class Conversation {
    private long tokens;
    /** What the request before held, which is cached. */
    private long heldBefore;

    private Usage usage = Usage.NONE;

    /** @param prefix what stands before it and is the same in all conversations: the prompt and definitions */
    Conversation(long prefix) {
        this.tokens = prefix;
        this.heldBefore = prefix;
    }

    /** Something that the model reads with its next request. */
    void reads(String text) {
        tokens += Tokens.of(text);
    }

    /** The model is asked, and writes this. */
    void writes(String text) {
        long written = Tokens.of(text);
        usage = usage.plus(new Usage(1, tokens, heldBefore, written, tokens));
        heldBefore = tokens;
        tokens += written;
    }

    Usage usage() {
        return usage;
    }
}
