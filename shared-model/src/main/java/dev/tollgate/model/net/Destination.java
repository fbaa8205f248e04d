package dev.tollgate.model.net;

import java.net.URI;

/**
 * Where a URL leads, before its host is resolved. Made of any URL; whether it may be dialled is {@link DialRules}' to say.
 *
 * @param host without brackets; empty if the URL has none that could be read
 * @param port the URL's own, or that of its scheme
 */
public record Destination(String host, int port) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public static Destination of(URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        int ofScheme = "https".equalsIgnoreCase(url.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        return new Destination(
                bracketed ? host.substring(1, host.length() - 1) : host, url.getPort() >= 0 ? url.getPort() : ofScheme);
    }
}
