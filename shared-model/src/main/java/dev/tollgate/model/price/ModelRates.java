package dev.tollgate.model.price;

import dev.tollgate.model.money.Money;
import dev.tollgate.model.token.TokenCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's provider takes for tokens.
 *
 * @param input for what it reads
 * @param output for what it writes
 * @param cachedInput for what it reads again with each request, which definitions of tools are; absent: as {@code input}
 */
public record ModelRates(Rate input, Rate output, @Nullable Rate cachedInput) {
    /**
     * Each of the three exact, and rounded up to the next nano-dollar.
     *
     * @throws ArithmeticException if it is more than an amount can be
     */
    public Money cost(TokenCounts counts) {
        return definitions()
                .times(counts.definitions())
                .plus(output.times(counts.arguments()))
                .plus(input.times(counts.result()));
    }

    /** The three parts of {@link #cost}, which add up to it. */
    public List<TokenLine> explain(TokenCounts counts) {
        return List.of(
                TokenLine.of(TokenLine.Part.DEFINITIONS, counts.definitions(), definitions()),
                TokenLine.of(TokenLine.Part.ARGUMENTS, counts.arguments(), output),
                TokenLine.of(TokenLine.Part.RESULT, counts.result(), input));
    }

    /** For definitions of tools. */
    public Rate definitions() {
        return cachedInput == null ? input : cachedInput;
    }
}
