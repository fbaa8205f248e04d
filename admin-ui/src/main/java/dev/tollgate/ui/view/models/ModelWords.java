package dev.tollgate.ui.view.models;

import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.ui.view.layout.Texts;

/** Models' encodings and rates, as people read them. */
final class ModelWords {
    static final long MILLION = 1_000_000;

    private ModelWords() {}

    static String encoding(TokenEncoding encoding) {
        return switch (encoding) {
            case O200K -> "o200k_base: GPT-4o and later, and open models that share it";
            case CL100K -> "cl100k_base: GPT-4, GPT-3.5 and embeddings";
            case BYTES -> "bytes/4: an estimate, for Claude, Gemini and all others";
        };
    }

    static String shortly(TokenEncoding encoding) {
        return encoding.isEstimate() ? encoding + ", an estimate" : encoding.toString();
    }

    /** {@code $2.50 read, $10.00 written, $0.25 read again}. */
    static String rates(ModelRates rates) {
        Rate again = rates.cachedInput();
        return rate(rates.input()) + " read, " + rate(rates.output()) + " written"
                + (again == null ? "" : ", " + rate(again) + " read again");
    }

    /** Of a million tokens, unless that is no whole multiple of what the rate is for. */
    private static String rate(Rate rate) {
        return MILLION % rate.per() == 0
                ? rate.times(MILLION).words()
                : rate.amount().words() + " for " + Texts.count(rate.per());
    }
}
