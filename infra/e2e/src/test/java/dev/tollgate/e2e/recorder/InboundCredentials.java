package dev.tollgate.e2e.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.wire.WireJson;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What agents present to Tollgate, and the look for it in what Tollgate sends on. Safe from any thread. */
public final class InboundCredentials {
    /** Any virtual key. */
    public static final Pattern KEY =
            Pattern.compile("tg_[a-z0-9-]{1,63}_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
    /** Any signed token; its claims are the group. */
    public static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.(eyJ[\\w-]{8,})\\.[\\w-]{8,}");

    private static final String REALM = "/realms/tollgate";
    private static final int BEFORE_CHARS = 60;

    /** By what it is and how it is written. */
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private InboundCredentials() {}

    /** Looks for this one from now on, in every encoding that somebody may write it in. */
    public static void watchFor(String secret) {
        KNOWN.putAll(Encodings.of("a key or token ending in " + secret.substring(secret.length() - 6), secret));
    }

    /** Each that stands in the text: by what it is and what stands before it, never itself. */
    static List<String> in(String text) {
        var found = new ArrayList<String>();
        KNOWN.forEach((what, form) -> note(found, what, text, text.indexOf(form)));
        var key = KEY.matcher(text);
        note(found, "a virtual key", text, key.find() ? key.start() : -1);
        var token = TOKEN.matcher(text);
        while (token.find()) {
            // Servers may know us by tokens of their own providers; those are none of our realm.
            if (isOurs(token.group(1))) {
                note(found, "a token of Tollgate's realm", text, token.start());
            }
        }
        return found;
    }

    private static boolean isOurs(String claims) {
        try {
            var issuer = WireJson.decode(Base64.getUrlDecoder().decode(claims), JsonNode.class)
                    .path("iss")
                    .asText();
            return issuer.endsWith(REALM);
        } catch (IllegalArgumentException e) {
            // It looks like a token and is none.
            return false;
        }
    }

    private static void note(List<String> found, String what, String text, int at) {
        if (at >= 0) {
            var before = text.substring(Math.max(0, at - BEFORE_CHARS), at).replaceAll("[^\\x20-\\x7e]", "·");
            found.add(what + " behind: " + before);
        }
    }
}
