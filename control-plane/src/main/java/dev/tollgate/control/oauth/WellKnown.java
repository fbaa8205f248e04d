package dev.tollgate.control.oauth;

import java.net.URI;

/** Addresses under {@code /.well-known/} (RFC 8615), made of identifiers whose path stands behind the name. */
final class WellKnown {
    private WellKnown() {}

    /** Scheme, host and port, without a slash behind. */
    static String origin(URI identifier) {
        return identifier.getScheme() + "://" + identifier.getRawAuthority();
    }

    /** The identifier's path without a slash at its end; empty for the root. */
    static String path(URI identifier) {
        String path = identifier.getRawPath() == null ? "" : identifier.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    static URI atRoot(URI identifier, String name) {
        return URI.create(origin(identifier) + "/.well-known/" + name);
    }

    /** RFC 8414, 3.1 and RFC 9728, 3.1. */
    static URI inserted(URI identifier, String name) {
        return URI.create(origin(identifier) + "/.well-known/" + name + path(identifier) + query(identifier));
    }

    /** OpenID Connect Discovery 1.0, 4. */
    static URI appended(URI identifier, String name) {
        return URI.create(origin(identifier) + path(identifier) + "/.well-known/" + name);
    }

    private static String query(URI identifier) {
        return identifier.getRawQuery() == null ? "" : "?" + identifier.getRawQuery();
    }
}
