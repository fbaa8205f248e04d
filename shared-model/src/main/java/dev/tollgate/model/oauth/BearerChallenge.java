package dev.tollgate.model.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says of the tokens that it wants ({@code WWW-Authenticate}; RFC 6750, 3); untrusted.
 *
 * @param parameters by their names in lower case; of one that is named twice, the first
 */
public record BearerChallenge(Map<String, String> parameters) {
    /** Beyond it a header is not looked at. */
    private static final int CHARS_MAX = 8 * 1024;

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:^|,)\\s*bearer\\s+");
    private static final Pattern PARAMETER =
            Pattern.compile("\\G\\s*,?\\s*([A-Za-z0-9_.-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\",]++))");

    public BearerChallenge {
        parameters = Map.copyOf(parameters);
    }

    /** The first of the scheme Bearer; empty if there is none. */
    public static Optional<BearerChallenge> of(List<String> headers) {
        return headers.stream()
                .filter(header -> header.length() <= CHARS_MAX)
                .map(SCHEME::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(scheme -> new BearerChallenge(parameters(scheme.replaceFirst("\u0000"))));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * That a request needs; empty if it does not say.
     *
     * @throws IllegalArgumentException as {@link Scopes#of}
     */
    public List<String> scopes() {
        return Scopes.parse(parameters.get("scope"));
    }

    /** Up to where the next scheme begins, or anything else that is no parameter. */
    private static Map<String, String> parameters(String marked) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher each = PARAMETER.matcher(marked.substring(marked.indexOf('\u0000') + 1));
        while (each.find()) {
            String value = each.group(2) == null ? each.group(3) : each.group(2).replaceAll("\\\\(.)", "$1");
            parameters.putIfAbsent(each.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }
}
