package dev.tollgate.gateway.token;

import dev.tollgate.gateway.meter.CallContent;
import dev.tollgate.model.token.TokenCounts;
import dev.tollgate.model.token.TokenEncoding;
import java.nio.charset.CharacterCodingException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The counting of one call's tokens: exact, or by length where that cannot be. */
public final class TokenCount {
    private final CallContent content;
    private final boolean answered;
    private final Supplier<ListedTools> listed;
    private final TokenEncoding encoding;
    private volatile boolean over;

    /**
     * @param answered whether the agent gets the server's result
     * @param listed what the caller is listed
     */
    public TokenCount(CallContent content, boolean answered, Supplier<ListedTools> listed, TokenEncoding encoding) {
        this.content = content;
        this.answered = answered;
        this.listed = listed;
        this.encoding = encoding;
    }

    TokenEncoding encoding() {
        return encoding;
    }

    /** Nobody waits for it any more; what was not begun is not done. */
    public void abandon() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    int textBytes() {
        return content.argumentBytes() + resultBytes();
    }

    private int resultBytes() {
        return answered ? content.resultBytes() : 0;
    }

    /** By the length of everything; takes a moment. */
    public Counted estimate() {
        return counted(
                listed.get().estimate(),
                Tokenizer.estimate(content.argumentBytes()),
                Tokenizer.estimate(resultBytes()),
                TokenEncoding.BYTES);
    }

    /**
     * @param then told the counts, or the estimate in their place
     */
    void run(DefinitionCounts definitions, TokenMetrics metrics, Consumer<Counted> then) {
        long began = System.nanoTime();
        Counted result;
        try {
            long ofArguments = Tokenizer.count(content.arguments(), encoding);
            long ofResult =
                    resultBytes() == 0 ? 0 : Tokenizer.count(content.result().get(), encoding);
            OptionalLong ofDefinitions = definitions.sum(listed.get(), encoding);
            if (ofDefinitions.isPresent()) {
                result = counted(ofDefinitions.getAsLong(), ofArguments, ofResult, encoding);
                metrics.tokensCounted(System.nanoTime() - began);
            } else {
                result = estimate(metrics, TokenMetrics.Estimated.DEFINITIONS);
            }
        } catch (CharacterCodingException | RuntimeException | StackOverflowError e) {
            // Whatever an agent or a server wrote, its call has an event.
            result = estimate(metrics, TokenMetrics.Estimated.TEXT);
        }
        then.accept(result);
    }

    private Counted estimate(TokenMetrics metrics, TokenMetrics.Estimated why) {
        metrics.tokensEstimated(why);
        return estimate();
    }

    private static Counted counted(long definitions, long arguments, long result, TokenEncoding encoding) {
        return new Counted(new TokenCounts(Math.min(definitions, TokenCounts.EACH_MAX), arguments, result), encoding);
    }
}
