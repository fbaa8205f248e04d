package dev.tollgate.control.server;

import dev.tollgate.model.config.Transport;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where a server's credential is sent: to one scheme, host and port. */
final class CredentialOrigin {
    private CredentialOrigin() {}

    /** A URL there; empty for what takes no headers. */
    static Optional<URI> of(Transport transport) {
        return switch (transport) {
            case Transport.StreamableHttp http -> Optional.of(http.url());
            case Transport.Sse sse -> Optional.of(sse.url());
            case Transport.OpenApi api -> Optional.of(api.baseUrl() == null ? api.document() : api.baseUrl());
            case Transport.Stdio _ -> Optional.empty();
        };
    }

    static boolean isSame(Transport one, Transport other) {
        return of(one).map(CredentialOrigin::text).equals(of(other).map(CredentialOrigin::text));
    }

    private static String text(URI url) {
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        return url.getScheme() + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
