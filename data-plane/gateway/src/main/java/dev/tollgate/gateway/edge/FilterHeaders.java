package dev.tollgate.gateway.edge;

import dev.tollgate.model.access.RequestFilter;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;

/** The headers by which a request asks to see less. */
final class FilterHeaders {
    private static final List<CharSequence> ALL = List.of(
            Headers.INCLUDE_SERVERS,
            Headers.INCLUDE_TOOLS,
            Headers.EXCLUDE_TOOLS,
            Headers.BF_INCLUDE_SERVERS,
            Headers.BF_INCLUDE_TOOLS);

    private FilterHeaders() {}

    /**
     * @throws IllegalArgumentException with words for the caller, if a header is malformed or beyond its bounds
     */
    static RequestFilter of(MultiMap headers) {
        if (ALL.stream().noneMatch(headers::contains)) {
            return RequestFilter.NONE;
        }
        return new RequestFilter(
                globs(once(headers, Headers.INCLUDE_SERVERS, Headers.BF_INCLUDE_SERVERS), Headers.INCLUDE_SERVERS),
                globs(once(headers, Headers.INCLUDE_TOOLS, Headers.BF_INCLUDE_TOOLS), Headers.INCLUDE_TOOLS),
                globs(headers.getAll(Headers.EXCLUDE_TOOLS), Headers.EXCLUDE_TOOLS));
    }

    /** What two inclusions admit together is more than what the first does, which someone on the way may have set. */
    private static List<String> once(MultiMap headers, CharSequence name, CharSequence alias) {
        List<String> values = new ArrayList<>(headers.getAll(name));
        values.addAll(headers.getAll(alias));
        if (values.size() > 1) {
            throw new IllegalArgumentException(
                    name + " is sent at most once, with commas between its patterns; " + alias + " counts as it");
        }
        return values;
    }

    private static List<String> globs(List<String> values, CharSequence name) {
        List<String> globs = new ArrayList<>();
        for (String value : values) {
            if (value.length() > Bounds.FILTER_HEADER_CHARS_MAX) {
                throw new IllegalArgumentException(
                        name + " has at most " + Bounds.FILTER_HEADER_CHARS_MAX + " characters");
            }
            for (String glob : value.split(",", -1)) {
                globs.add(checked(glob.trim(), name));
            }
        }
        return globs;
    }

    private static String checked(String glob, CharSequence name) {
        // An empty pattern is refused rather than ignored: who sends it did not get what was meant.
        if (glob.isEmpty() || !glob.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    name + " is a list of patterns with commas between them, each of printable ASCII, such as crm__*");
        }
        return glob;
    }
}
