package dev.tollgate.gateway.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.tollgate.model.token.TokenEncoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Counts the tokens of text. It takes about a millisecond for each 30 KiB, so never on an event loop. */
final class Tokenizer {
    private static final int BYTES_PER_TOKEN = 4;

    private Tokenizer() {}

    /** Each is built when it is first asked for, which takes about a second, and then kept. */
    private static final class O200k {
        static final Encoding BUILT = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    private static final class Cl100k {
        static final Encoding BUILT = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }

    /** The estimate for so many bytes. */
    static long estimate(long bytes) {
        return Math.ceilDiv(bytes, BYTES_PER_TOKEN);
    }

    /** What looks like a model's control token is text as any other: agents and servers write it. */
    static long count(byte[] utf8, TokenEncoding encoding) throws CharacterCodingException {
        return switch (encoding) {
            case O200K -> O200k.BUILT.countTokensOrdinary(text(utf8));
            case CL100K -> Cl100k.BUILT.countTokensOrdinary(text(utf8));
            case BYTES -> estimate(utf8.length);
        };
    }

    private static String text(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }
}
