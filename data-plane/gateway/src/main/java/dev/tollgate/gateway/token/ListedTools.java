package dev.tollgate.gateway.token;

import dev.tollgate.model.token.TokenEncoding;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** All tools that a caller is listed, with the sums that are known of them. Safe from any thread. */
public final class ListedTools {
    private static final long UNKNOWN = -1;

    private final List<? extends ListedTool> tools;
    private final AtomicLongArray known = new AtomicLongArray(TokenEncoding.values().length);

    public ListedTools(List<? extends ListedTool> tools) {
        this.tools = tools;
        for (int i = 0; i < known.length(); i++) {
            known.set(i, UNKNOWN);
        }
    }

    List<? extends ListedTool> tools() {
        return tools;
    }

    /** The tokens of all; negative while that is not known. */
    long sum(TokenEncoding encoding) {
        return known.get(encoding.ordinal());
    }

    void know(TokenEncoding encoding, long sum) {
        known.set(encoding.ordinal(), sum);
    }

    /** By their length. */
    long estimate() {
        long sum = sum(TokenEncoding.BYTES);
        if (sum == UNKNOWN) {
            sum = Tokenizer.estimate(
                    tools.stream().mapToLong(ListedTool::definitionBytes).sum());
            know(TokenEncoding.BYTES, sum);
        }
        return sum;
    }
}
