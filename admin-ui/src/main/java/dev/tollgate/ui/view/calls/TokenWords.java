package dev.tollgate.ui.view.calls;

import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.ui.view.layout.Texts;
import org.jspecify.annotations.Nullable;

/** A call's tokens, in words. */
final class TokenWords {
    private TokenWords() {}

    /** {@code 4,200 definitions + 38 arguments + 310 result, o200k_base}; an estimate is marked as one. */
    static String counts(@Nullable CallTokens tokens) {
        if (tokens == null) {
            return "not counted";
        }
        return (tokens.estimate() ? "about " : "") + Texts.count(tokens.definitions()) + " definitions + "
                + Texts.count(tokens.arguments()) + " arguments + " + Texts.count(tokens.result()) + " result, "
                + tokens.encoding();
    }

    static String model(@Nullable CallTokens tokens) {
        if (tokens == null || tokens.model() == null) {
            return Texts.NONE;
        }
        return tokens.model() + (tokens.modelId() == null ? ", without rates" : "");
    }

    /** Tokens that no rates hold for cost something, of which nobody knows how much. */
    static String cost(@Nullable CallTokens tokens) {
        return tokens == null || tokens.modelId() == null
                ? Texts.NONE
                : tokens.cost().words();
    }

    static String usage(@Nullable ParentUsage usage) {
        return usage == null
                ? Texts.NONE
                : Texts.count(usage.input()) + " tokens read, " + Texts.count(usage.output()) + " written";
    }
}
