package dev.tollgate.listener;

import io.netty.util.AsciiString;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;

/** Tells browsers to come over TLS alone (RFC 6797), where that is how they come. */
public enum TransportSecurity {
    CLEAR_TEXT,
    TLS;

    private static final CharSequence HEADER = AsciiString.cached("strict-transport-security");
    private static final CharSequence A_YEAR = AsciiString.cached("max-age=31536000");

    /** @param address under which browsers come */
    public static TransportSecurity of(URI address) {
        return "https".equals(address.getScheme()) ? TLS : CLEAR_TEXT;
    }

    public void say(HttpServerResponse response) {
        switch (this) {
            case TLS -> response.putHeader(HEADER, A_YEAR);
            case CLEAR_TEXT -> {}
        }
    }
}
