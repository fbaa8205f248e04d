package dev.tollgate.listener;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pages of which origins may call. A page elsewhere that finds its way to a browser's machine, or rebinds its name to this
 * address, is told apart by the Origin that browsers send, and kept out.
 *
 * @param allowed origins as browsers write them, such as {@code https://app.example}
 * @param others whose pages may, too
 */
public record Origins(Set<String> allowed, Others others) {
    /** Origins that are not listed. */
    public enum Others {
        NONE,
        /** Pages on this machine, where the listener is reached from this machine alone. */
        LOOPBACK,
        /** Pages that come from the very host that the request is for. */
        OWN
    }

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public Origins {
        allowed = Set.copyOf(allowed);
    }

    /**
     * @param origin as a browser sends it; null where none does
     * @param host that the request is for, which was believed
     */
    public boolean admits(@Nullable String origin, HostAndPort host) {
        return origin == null
                || allowed.contains(origin)
                || switch (others) {
                    case NONE -> false;
                    case LOOPBACK -> isLoopback(origin);
                    case OWN -> isOf(host, origin);
                };
    }

    private static boolean isLoopback(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isOf(HostAndPort host, String origin) {
        try {
            URI url = URI.create(origin);
            return host.host().equalsIgnoreCase(url.getHost()) && said(host.port()) == said(url.getPort());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A port that goes without saying is the same for both schemes: what stands before us may speak the other. */
    private static int said(int port) {
        return port == HTTP_PORT || port == HTTPS_PORT ? -1 : port;
    }
}
