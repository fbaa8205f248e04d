package dev.tollgate.e2e.wall;

import dev.tollgate.e2e.recorder.InboundCredentials;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What may stand nowhere but with its holder, and the look for it in whatever Tollgate wrote. */
final class Confidences {
    /**
     * What is known by its form, so that those which other suites issued are found too.
     *
     * @param beginning the letters that all of its form begin with
     */
    private record Form(String what, String beginning, Pattern whole) {
        static Form of(String what, String beginning, String rest) {
            return new Form(what, beginning, Pattern.compile(Pattern.quote(beginning) + rest));
        }

        boolean standsIn(String text, int at) {
            return whole.matcher(text).region(at, text.length()).lookingAt();
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("a virtual key", "tg_", InboundCredentials.KEY),
            new Form("a token", "eyJ", InboundCredentials.TOKEN),
            Form.of("a private JSON Web Key", "\"d\"", "\\s*:\\s*\"[A-Za-z0-9_-]{43}\""),
            // PKCS #8 of the curve that Tollgate makes keys on, with its public half or without.
            Form.of("a private key", "MIG", "[A-Z]AgEAMBMGByqGSM49AgEGCCqGSM49AwEHB[GH]"),
            Form.of("a private key", "MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAl", ""),
            Form.of("a directory's token", "tgscim_", "[0-9a-f]{24}_[A-Za-z0-9_-]{43}"));

    private static final int BEFORE_CHARS = 60;

    private final Map<String, String> texts;
    private final Map<String, String> whats = new HashMap<>();
    private final ManyTexts search;

    private Confidences(Map<String, String> texts) {
        this.texts = texts;
        texts.forEach((what, text) -> {
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(what + " has a zero in it, of which files are read without");
            }
            whats.merge(text, what, (one, other) -> one + ", " + other);
        });
        var sought = new HashSet<>(whats.keySet());
        FORMS.forEach(form -> sought.add(form.beginning));
        search = new ManyTexts(sought);
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
        var found = new LinkedHashMap<String, String>();
        search.in(text, (begun, at) -> {
            var known = whats.get(begun);
            if (known != null) {
                found.computeIfAbsent(known, what -> words(what, text, at));
            }
            for (var form : FORMS) {
                if (form.beginning.equals(begun) && !found.containsKey(form.what) && form.standsIn(text, at)) {
                    found.put(form.what, words(form.what, text, at));
                }
            }
        });
        return List.copyOf(found.values());
    }

    private static String words(String what, String text, int at) {
        var before = text.substring(Math.max(0, at - BEFORE_CHARS), at).replaceAll("[^\\x20-\\x7e]", "·");
        return what + " behind: " + before;
    }
}
