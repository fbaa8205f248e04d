package dev.tollgate.gateway.upstream;

import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection. */
public final class Unconnected {
    private static final int CAUSES_MAX = 8;

    private Unconnected() {}

    /** How far it came: to the secure connection, if what is wrong is that. */
    public static UpstreamReply.Stage stage(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int i = 0; i < CAUSES_MAX && cause != null; i++) {
            if (cause instanceof SSLException) {
                return UpstreamReply.Stage.TLS;
            }
            cause = cause.getCause();
        }
        return UpstreamReply.Stage.CONNECT;
    }
}
