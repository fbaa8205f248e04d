package dev.tollgate.control.oauth;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server asks of whoever has no token, or too little of one (RFC 6750, 3; RFC 9728, 5.1); untrusted.
 *
 * @param resourceMetadata where the server describes itself, if it says
 * @param scopes that the request needs; empty if it does not say
 */
record Challenge(@Nullable URI resourceMetadata, List<String> scopes) {
    static final Challenge NONE = new Challenge(null, List.of());

    /** Beyond it a header is not looked at. */
    private static final int CHARS_MAX = 8 * 1024;

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:^|,)\\s*bearer\\s+");
    private static final Pattern PARAMETER =
            Pattern.compile("\\G\\s*,?\\s*([A-Za-z0-9_.-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\",]++))");

    /**
     * The first of the scheme Bearer; {@link #NONE} if there is none.
     *
     * @throws IllegalArgumentException if what it names is no address or no scope
     */
    static Challenge of(List<String> headers) {
        return headers.stream()
                .filter(header -> header.length() <= CHARS_MAX)
                .map(SCHEME::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(Challenge::read)
                .orElse(NONE);
    }

    private static Challenge read(Matcher scheme) {
        Map<String, String> parameters = parameters(scheme.replaceFirst("\u0000"));
        @Nullable String metadata = parameters.get("resource_metadata");
        try {
            return new Challenge(metadata == null ? null : URI.create(metadata), Scopes.parse(parameters.get("scope")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("asks for authorization in a way that cannot be read", e);
        }
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
