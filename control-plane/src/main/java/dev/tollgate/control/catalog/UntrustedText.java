package dev.tollgate.control.catalog;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text from an upstream, made fit to store and show: bounded, well-formed and without control characters. */
final class UntrustedText {
    private UntrustedText() {}

    static @Nullable String shown(@Nullable String text, int charsMax) {
        if (text == null) {
            return null;
        }
        String cut = text.substring(0, Math.min(text.length(), charsMax));
        String wellFormed = new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return wellFormed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
