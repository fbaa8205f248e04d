package dev.tollgate.gateway.edge;

import dev.tollgate.model.token.ParentUsage;
import io.vertx.core.MultiMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an agent says of the model that it calls for. None of it is believed, and what cannot be read is as if it were not there. */
final class TokenHeaders {
    private static final int USAGE_CHARS_MAX = 64;
    private static final Pattern USAGE = Pattern.compile("input=([0-9]{1,10}) *, *output=([0-9]{1,10})");

    private TokenHeaders() {}

    /** The model; null if it names none. */
    static @Nullable String model(MultiMap headers) {
        String named = headers.get(Headers.MODEL);
        return named == null || named.isBlank() ? null : named.strip();
    }

    /** What the parent model request used: {@code input=1234, output=56}; null if that is not said. */
    static @Nullable ParentUsage parentUsage(MultiMap headers) {
        String said = headers.get(Headers.PARENT_USAGE);
        if (said == null || said.length() > USAGE_CHARS_MAX) {
            return null;
        }
        Matcher parts = USAGE.matcher(said.strip());
        if (!parts.matches()) {
            return null;
        }
        try {
            return new ParentUsage(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
