package dev.tollgate.bench.savings.agent;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts tokens by {@code o200k_base}, with the gateway's library. */
public final class Tokens {
    private static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private Tokens() {}

    public static int of(String text) {
        return O200K.countTokensOrdinary(text);
    }
}
