package dev.tollgate.e2e.recorder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The forms in which a secret may have been written down by whoever meant no harm. */
public final class Encodings {
    private Encodings() {}

    /** Each by what it is. */
    public static Map<String, String> of(String what, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        var forms = new LinkedHashMap<String, String>();
        forms.put(what, secret);
        forms.put(what + " in hex", HexFormat.of().formatHex(bytes));
        forms.put(what + " in upper-case hex", HexFormat.of().withUpperCase().formatHex(bytes));
        forms.put(what + " URL-encoded", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.put(
                what + " URL-encoded in lower case",
                URLEncoder.encode(secret, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        for (int shift = 0; shift < 3; shift++) {
            forms.put(what + " in Base64, shifted by " + shift, within(Base64.getEncoder(), bytes, shift));
            forms.put(what + " in Base64 of URLs, shifted by " + shift, within(Base64.getUrlEncoder(), bytes, shift));
        }
        return forms;
    }

    /** What stands in the middle of the Base64 of anything that has these bytes so far behind a group of three. */
    private static String within(Base64.Encoder encoder, byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        int from = shift == 0 ? 0 : 4;
        int whole = shifted.length / 3 * 4;
        return encoder.encodeToString(shifted).substring(from, whole);
    }
}
