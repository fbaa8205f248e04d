package dev.tollgate.e2e.wall;

import dev.tollgate.e2e.recorder.InboundCredentials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What may stand nowhere but with its holder, and the look for it in whatever Tollgate wrote. */
final class Confidences {
    /** By form, so that those which other suites issued are found too. */
    private static final Map<String, Pattern> FORMS = Map.of(
            "a virtual key",
            InboundCredentials.KEY,
            "a token",
            InboundCredentials.TOKEN,
            "a private JSON Web Key",
            Pattern.compile("\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{43}\""),
            // PKCS #8 of the curve that Tollgate makes keys on, with its public half or without.
            "a private key",
            Pattern.compile(
                    "MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAl" + "|MIG[A-Z]AgEAMBMGByqGSM49AgEGCCqGSM49AwEHB[GH]"),
            "a directory's token",
            Pattern.compile("tgscim_[0-9a-f]{24}_[A-Za-z0-9_-]{43}"));

    private static final int BEFORE_CHARS = 60;

    private final Map<String, String> texts;
    private final Map<String, String> whats = new HashMap<>();
    private final ManyTexts search;

    private Confidences(Map<String, String> texts) {
        this.texts = texts;
        texts.forEach((what, text) -> whats.merge(text, what, (one, other) -> one + ", " + other));
        search = new ManyTexts(whats.keySet());
    }

    /** Texts by what they are. */
    static Confidences of(Map<String, String> texts) {
        return new Confidences(Map.copyOf(texts));
    }

    Confidences and(Map<String, String> more) {
        var all = new LinkedHashMap<>(texts);
        all.putAll(more);
        return of(all);
    }

    /** What stands in the text that may not: each by what it is and what stands before it, never itself. */
    List<String> in(String text) {
        var found = new ArrayList<String>();
        var seen = new HashSet<String>();
        search.in(text, (secret, at) -> {
            if (seen.add(secret)) {
                found.add(words(Objects.requireNonNull(whats.get(secret)), text, at));
            }
        });
        FORMS.forEach((what, form) -> {
            var matcher = form.matcher(text);
            if (matcher.find()) {
                found.add(words(what, text, matcher.start()));
            }
        });
        return found;
    }

    private static String words(String what, String text, int at) {
        var before = text.substring(Math.max(0, at - BEFORE_CHARS), at).replaceAll("[^\\x20-\\x7e]", "·");
        return what + " behind: " + before;
    }
}
