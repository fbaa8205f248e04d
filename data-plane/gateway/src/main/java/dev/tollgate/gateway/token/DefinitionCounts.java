package dev.tollgate.gateway.token;

import dev.tollgate.model.token.TokenEncoding;
import java.nio.charset.CharacterCodingException;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of definitions, each counted once: when a tool is approved, or a tenant's catalogue published, only what is new in it. */
final class DefinitionCounts {
    static final int DEFINITIONS_MAX = 100_000;
    /** Counted for one call at the most. */
    static final int BYTES_PER_CALL_MAX = 256 * 1024;

    private final ConcurrentHashMap<Key, Long> counts = new ConcurrentHashMap<>();
    private final TokenMetrics metrics;

    DefinitionCounts(TokenMetrics metrics) {
        this.metrics = metrics;
    }

    private record Key(Object text, TokenEncoding encoding) {}

    /** The tokens of all; empty if more of them are new than are counted for one call. The next one goes on where this one ends. */
    OptionalLong sum(ListedTools listed, TokenEncoding encoding) throws CharacterCodingException {
        long known = listed.sum(encoding);
        if (known >= 0) {
            return OptionalLong.of(known);
        }
        long sum = 0;
        long counted = 0;
        for (ListedTool tool : listed.tools()) {
            Key key = new Key(tool.sameText(), encoding);
            Long tokens = counts.get(key);
            if (tokens == null) {
                if (counted > 0 && counted + tool.definitionBytes() > BYTES_PER_CALL_MAX) {
                    return OptionalLong.empty();
                }
                counted += tool.definitionBytes();
                tokens = Tokenizer.count(tool.definition(), encoding);
                keep(key, tokens);
            }
            sum += tokens;
        }
        listed.know(encoding, sum);
        return OptionalLong.of(sum);
    }

    private void keep(Key key, long tokens) {
        if (counts.size() >= DEFINITIONS_MAX) {
            // Catalogues of long ago are in it, and sums of those that are listed now are known anyway.
            counts.clear();
            metrics.boundHit("token-definitions");
        }
        counts.put(key, tokens);
    }
}
