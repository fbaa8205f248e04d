package dev.tollgate.gateway.edge.handed;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a virtual key in a text: any of the form, mistyped or cut short too, and the secrets of those that the request
 * presents, by themselves, an access token's signature among them; plain, percent-encoded or in Base64.
 */
final class KeyTraces {
    private static final String SEPARATOR = "(?:_|%5f)";
    private static final Pattern FORM = Pattern.compile(
            "tg" + SEPARATOR + "[a-z0-9-]{1,32}" + SEPARATOR + "[0-9a-z]{12}" + SEPARATOR, Pattern.CASE_INSENSITIVE);

    /** Long enough to hold what is worth hiding. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{24,}");

    private static final Pattern PRESENTED = Pattern.compile("tg_[a-z0-9-]{1,32}_[0-9A-Za-z]{12}_([0-9A-Za-z]{43})_");
    /** An access token's signature, without which it is of no use. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.]([A-Za-z0-9_-]{40,})");

    private static final int FOUR = 4;

    private final List<String> secrets = new ArrayList<>();

    /** Traces of the keys that a request presents, in whichever header. */
    KeyTraces(MultiMap headers) {
        for (CharSequence name : List.of(HttpHeaders.AUTHORIZATION, "x-tollgate-key", "x-api-key", "x-bf-vk")) {
            for (String value : headers.getAll(name)) {
                Matcher presented = PRESENTED.matcher(value);
                while (presented.find()) {
                    secrets.add(presented.group(1).toLowerCase(Locale.ROOT));
                }
                Matcher token = TOKEN.matcher(value);
                while (token.find()) {
                    secrets.add(token.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    boolean areIn(String value) {
        if (areInPlain(value)) {
            return true;
        }
        Matcher encoded = BASE64.matcher(value);
        while (encoded.find()) {
            if (decoded(encoded.group()).filter(this::areInPlain).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean areInPlain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).find() || secrets.stream().anyMatch(lower::contains);
    }

    private static Optional<String> decoded(String text) {
        String standard = text.replace('-', '+').replace('_', '/');
        // What is left over of a quantum of four may be one character too many to mean anything.
        String whole = standard.length() % FOUR == 1 ? standard.substring(0, standard.length() - 1) : standard;
        try {
            return Optional.of(new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
