package dev.tollgate.gateway.edge;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may talk to the gateway. A browser sends Origin, everyone else leaves it out; refusing unknown ones
 * keeps a page that rebinds its name to this address out.
 *
 * @param allowed origins as browsers write them, such as {@code https://app.example}
 * @param loopback whether pages on this machine may, too: where the gateway itself listens on loopback only
 */
record Origins(Set<String> allowed, boolean loopback) {
    Origins {
        allowed = Set.copyOf(allowed);
    }

    boolean admits(@Nullable String origin) {
        return origin == null || allowed.contains(origin) || loopback && isLoopback(origin);
    }

    private static boolean isLoopback(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
