package dev.tollgate.gateway.upstream.sse;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an upstream wants its messages posted. It names that itself, so it may lead nowhere but to its own origin. */
final class Endpoint {
    private static final int CHARS_MAX = 2_048;

    private Endpoint() {}

    /** Path and query of what the {@code endpoint} event names; empty if it is not of the stream's own origin. */
    static Optional<String> path(URI stream, byte[] data) {
        if (data.length > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            URI named = stream.resolve(new URI(new String(data, StandardCharsets.UTF_8).strip()));
            boolean own = named.isAbsolute()
                    && !named.isOpaque()
                    && named.getRawUserInfo() == null
                    && Objects.equals(lower(named.getScheme()), lower(stream.getScheme()))
                    && Objects.equals(lower(named.getHost()), lower(stream.getHost()))
                    && port(named) == port(stream);
            return own ? Optional.of(pathAndQuery(named)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String pathAndQuery(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
