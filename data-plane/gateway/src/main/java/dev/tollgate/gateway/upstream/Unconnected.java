package dev.tollgate.gateway.upstream;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection. */
public final class Unconnected {
    private static final int CAUSES_MAX = 8;
    private static final String CANNOT_BE_REACHED = "cannot be reached";
    /** As the platform names what the other side has sent (RFC 8446, 6.2). */
    private static final Pattern ALERT = Pattern.compile("[^:]*fatal alert: ([a-z_]{1,40})");

    private Unconnected() {}

    /** How far it came: to the secure connection, if what is wrong is that. */
    public static UpstreamReply.Stage stage(Throwable failure) {
        return causes(failure).stream().anyMatch(SSLException.class::isInstance)
                ? UpstreamReply.Stage.TLS
                : UpstreamReply.Stage.CONNECT;
    }

    /** An end to the sentence "The server x …", with nothing in it that the other side could have written. */
    public static String words(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof CertificateExpiredException) {
                return CANNOT_BE_REACHED + ": its certificate has ended";
            }
            if (cause instanceof CertPathBuilderException) {
                return CANNOT_BE_REACHED + ": its certificate is of no authority that is trusted here";
            }
            if (String.valueOf(cause.getMessage()).startsWith("No subject alternative")
                    || String.valueOf(cause.getMessage()).startsWith("No name matching")) {
                return CANNOT_BE_REACHED + ": its certificate is for another name";
            }
        }
        String alert = alert(failure);
        return alert == null ? CANNOT_BE_REACHED : CANNOT_BE_REACHED + ": " + alert;
    }

    /** What a server ended the secure connection with, often for the certificate that it was shown, or not shown. */
    static @Nullable String alert(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            Matcher alert = ALERT.matcher(String.valueOf(cause.getMessage()));
            if (cause instanceof SSLException && alert.matches()) {
                return "it refused the secure connection (" + alert.group(1) + ")";
            }
        }
        return null;
    }

    /** An end to the sentence "The server x …", of a request that had been sent. */
    public static String brokeOff(Throwable failure) {
        String alert = alert(failure);
        return "broke off before it answered" + (alert == null ? "" : ": " + alert);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        @Nullable Throwable cause = failure;
        while (cause != null && causes.size() < CAUSES_MAX) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }
}
